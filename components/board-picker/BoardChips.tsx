import { placeKey, placeName, type Offer } from '../../lib/boards/rank';
import type { BoardChoice } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';
import { CloseIcon, PlusIcon } from '../ui/icons';
import { choiceKey, choiceName } from './choice';
import { reasonOf } from './options';

interface BoardChipsProps {
  /** The likeliest places; the keys 1 to 3 of the field choose them as well. */
  first: readonly Offer[];
  site: string;
  chosen: BoardChoice | null;
  onChoose: (offer: Offer) => void;
  /** Boards that the pin goes to as well; null where it goes to one only. */
  also: readonly BoardChoice[] | null;
  onAlso: (also: BoardChoice[]) => void;
  onAdd: () => void;
}

/** More boards than this look like spam to Pinterest, and to people. */
const MOST_BOARDS = 10;

/** Below the field: where the pin goes as well, and the likeliest boards. */
export function BoardChips(props: BoardChipsProps) {
  const { first, site, chosen, also, onChoose, onAlso, onAdd } = props;
  const suggested = chosen && also && also.length > 0 ? [] : first;
  const canAdd = chosen !== null && also !== null && also.length < MOST_BOARDS - 1;
  if (suggested.length === 0 && !canAdd && (also ?? []).length === 0) return null;
  return (
    <div class="board-chips" role="group" aria-label={t('boardChips')}>
      {also?.map((choice) => (
        <button
          key={choiceKey(choice)}
          type="button"
          class="board-chip board-chip-also"
          aria-label={t('boardAlsoRemove', choiceName(choice))}
          onClick={() => onAlso(also.filter((each) => each !== choice))}
        >
          <bdi class="cut">{choiceName(choice)}</bdi>
          <CloseIcon size={10} />
        </button>
      ))}
      {suggested.map((offer, index) => (
        <button
          key={placeKey(offer)}
          type="button"
          class="board-chip"
          aria-pressed={chosen !== null && choiceKey(chosen) === placeKey(offer)}
          title={reasonOf(offer.standing, site) ?? ''}
          onClick={() => onChoose(offer)}
        >
          <kbd aria-hidden="true">{index + 1}</kbd>
          <bdi class="cut">{placeName(offer)}</bdi>
        </button>
      ))}
      {canAdd && (
        <button type="button" class="board-chip board-chip-add" onClick={onAdd}>
          <PlusIcon size={10} />
          {t('boardAlso')}
        </button>
      )}
    </div>
  );
}
