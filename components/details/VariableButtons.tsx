import { useRef, useState } from 'preact/hooks';

import type { Variable } from '../../lib/drafts/template';
import { t, type MessageKey } from '../../lib/i18n';

const names: Readonly<Record<Variable, MessageKey>> = {
  title: 'fieldTitle',
  description: 'fieldDescription',
  selection: 'variableSelection',
  alt: 'fieldAltText',
  site: 'variableSite',
  host: 'variableHost',
  url: 'variableUrl',
  price: 'variablePrice',
  availability: 'variableAvailability',
  yield: 'variableYield',
  time: 'variableTime',
  date: 'variableDate',
  board: 'fieldBoard',
};

interface VariableButtonsProps {
  /** The field that they write into. */
  label: string;
  variables: readonly Variable[];
  onInsert: (variable: Variable) => void;
}

/** Buttons that put a variable into a template: one stop of the Tab key, arrow keys between them. */
export function VariableButtons({ label, variables, onInsert }: VariableButtonsProps) {
  const [current, setCurrent] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const move = (to: number) => {
    const index = (to + variables.length) % variables.length;
    setCurrent(index);
    bar.current?.querySelectorAll('button')[index]?.focus();
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowRight: () => move(current + 1),
    ArrowLeft: () => move(current - 1),
    Home: () => move(0),
    End: () => move(-1),
  };
  return (
    <div
      class="details-bar"
      role="toolbar"
      tabIndex={-1}
      aria-label={t('templateInsert', label)}
      ref={bar}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (!step) return;
        event.preventDefault();
        step();
      }}
    >
      {variables.map((variable, index) => (
        <button
          type="button"
          class="details-chip"
          key={variable}
          tabIndex={index === current ? 0 : -1}
          title={`{${variable}}`}
          onClick={() => {
            setCurrent(index);
            onInsert(variable);
          }}
        >
          {t(names[variable])}
        </button>
      ))}
    </div>
  );
}
