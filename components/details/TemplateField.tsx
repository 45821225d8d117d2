import { useId, useRef } from 'preact/hooks';

import type { Problem, Variable } from '../../lib/drafts/template';
import { t } from '../../lib/i18n';
import { FieldFrame } from '../ui/Field';
import { VariableButtons } from './VariableButtons';

interface TemplateFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  problems: readonly Problem[];
  /** What it goes back to. */
  usual: string;
  /** What can be put in by a button. */
  variables: readonly Variable[];
  /** What is put in for a variable after the text before the cursor. */
  insertion: (variable: Variable, before: string) => string;
  multiline?: boolean;
}

/** A template: its text, what is wrong with it, and buttons that put in what the page says where the cursor is. */
export function TemplateField(props: TemplateFieldProps) {
  const { label, value, onInput, usual, variables, insertion } = props;
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const problem = props.problems[0];
  const insert = (variable: Variable) => {
    const { current } = field;
    if (!current) return;
    const from = current.selectionStart ?? value.length;
    const text = insertion(variable, value.slice(0, from));
    const next = value.slice(0, from) + text;
    onInput(next + value.slice(current.selectionEnd ?? from));
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(next.length, next.length);
    });
  };
  const common = {
    ref: field,
    id,
    value,
    spellcheck: false,
    autocomplete: 'off',
    maxLength: 2000,
    'aria-invalid': Boolean(problem),
    'aria-describedby': problem ? `${id}-error` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="details-field">
      <FieldFrame
        id={id}
        label={label}
        error={problem && problemText(problem)}
        counter={value !== usual && <Reset label={label} onClick={() => onInput(usual)} />}
      >
        {props.multiline ? (
          <textarea class="field-input field-area" rows={3} {...common} />
        ) : (
          <input type="text" class="field-input" {...common} />
        )}
      </FieldFrame>
      <VariableButtons label={label} variables={variables} onInsert={insert} />
    </div>
  );
}

const problemTexts = {
  unknown: 'templateUnknown',
  open: 'templateOpen',
  pair: 'templatePair',
} as const;

/** Says what is wrong with a template. */
export const problemText = ({ kind, text }: Problem): string => t(problemTexts[kind], text);

function Reset({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      class="button button-plain"
      aria-label={t('templateResetOf', label)}
      onClick={onClick}
    >
      {t('templateReset')}
    </button>
  );
}
