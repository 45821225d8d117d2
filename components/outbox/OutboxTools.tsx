import { useId } from 'preact/hooks';

import { formatNumber, t, type MessageKey } from '../../lib/i18n';
import { outboxParts, type OutboxPart } from '../../lib/outbox/filter';
import { SearchRow } from '../ui/SearchRow';

interface OutboxToolsProps {
  part: OutboxPart;
  typed: string;
  counts: Readonly<Record<OutboxPart, number>>;
  isAllChosen: boolean;
  onPart: (part: OutboxPart) => void;
  onType: (typed: string) => void;
  onChooseAll: (all: boolean) => void;
}

const words: Readonly<Record<OutboxPart, MessageKey>> = {
  all: 'partAll',
  going: 'partGoing',
  needs: 'partNeeds',
  scheduled: 'partScheduled',
  done: 'partDone',
};

/** Filters with their counts, the search, and the box that chooses all that is shown. */
export function OutboxTools(props: OutboxToolsProps) {
  const { part, typed, counts, isAllChosen, onPart, onType, onChooseAll } = props;
  const name = useId();
  return (
    <div class="outbox-tools" role="search">
      <fieldset class="outbox-parts">
        <legend class="spoken">{t('outboxParts')}</legend>
        {outboxParts.map((value) => (
          <label key={value} class={`outbox-part outbox-part-${value}`}>
            <input
              class="spoken"
              type="radio"
              name={name}
              checked={value === part}
              onChange={() => onPart(value)}
            />
            <span>
              {t(words[value])} <span class="num faint">{formatNumber(counts[value])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <SearchRow
        label={t('outboxFind')}
        value={typed}
        onInput={onType}
        all={{ label: t('outboxChooseAll'), checked: isAllChosen, onChange: onChooseAll }}
      />
    </div>
  );
}
