import '../ui/Field.css';
import { formatNumber, t } from '../../lib/i18n';
import { typesOf, type PinFilter } from '../../lib/library/filter';
import type { PinRow } from '../../lib/library/types';
import { SearchRow } from '../ui/SearchRow';
import type { LinkCheck } from './link-check';
import { typeWords } from './type-words';

interface PinFiltersProps {
  pins: readonly PinRow[];
  filter: PinFilter;
  links: LinkCheck;
  isAllChosen: boolean;
  onFilter: (filter: PinFilter) => void;
  onChooseAll: (all: boolean) => void;
}

/** What of the pins is shown, and the box that chooses all of it. */
export function PinFilters(props: PinFiltersProps) {
  const { pins, filter, links, isAllChosen, onFilter, onChooseAll } = props;
  const set = (changed: Partial<PinFilter>) => onFilter({ ...filter, ...changed });
  return (
    <div class="library-tools" role="search" aria-label={t('libraryFilter')}>
      <SearchRow
        label={t('libraryFindHere')}
        value={filter.words}
        onInput={(words) => set({ words })}
        all={{ label: t('outboxChooseAll'), checked: isAllChosen, onChange: onChooseAll }}
      >
        <select
          class="field-input library-type"
          aria-label={t('libraryType')}
          value={filter.type}
          onChange={(event) => set({ type: event.currentTarget.value })}
        >
          <option value="">{t('partAll')}</option>
          {typesOf(pins).map((type) => (
            <option key={type} value={type}>
              {typeWords(type)}
            </option>
          ))}
        </select>
      </SearchRow>
      <div class="search-row">
        <label class="library-only">
          <input
            type="checkbox"
            checked={filter.noAltText}
            onChange={(event) => set({ noAltText: event.currentTarget.checked })}
          />
          {t('libraryNoAlt')}
        </label>
        <label class="library-only">
          <input
            type="checkbox"
            checked={filter.broken}
            onChange={(event) => set({ broken: event.currentTarget.checked })}
          />
          {t('libraryBroken')}
        </label>
      </div>
      {filter.broken && (
        <p class="tiny faint" role="status">
          {t(
            'libraryLinks',
            formatNumber(links.known),
            formatNumber(links.all),
            formatNumber(links.unknown),
          )}
        </p>
      )}
    </div>
  );
}
