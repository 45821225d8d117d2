import { hostOf } from '../../lib/format';
import { t } from '../../lib/i18n';
import type { PinRow } from '../../lib/library/types';
import { Button } from '../ui/Button';
import { Picture } from '../ui/Picture';
import { RowButtons } from './RowButtons';
import { typeWords } from './type-words';

interface PinLineProps {
  pin: PinRow;
  chosen: boolean;
  /** Where it is, where pins of several boards are shown. */
  boardName: string;
  isBroken: boolean;
  onChoose: () => void;
  onOpen: () => void;
  /** Null where Pinterest does not let this app change pins, or not this one. */
  onEdit: (() => void) | null;
  onMove: (() => void) | null;
  onSave: () => void;
  /** Null where the pin is another's. */
  onDelete: (() => void) | null;
}

/** One pin of the library: what it is, what it lacks, and what can be done with it. */
export function PinLine(props: PinLineProps) {
  const { pin, chosen, boardName, isBroken, onEdit, onMove, onDelete } = props;
  const name = pin.title || pin.description || t('outboxUntitled');
  const facts = [
    boardName,
    hostOf(pin.link),
    pin.creativeType === 'REGULAR' ? '' : typeWords(pin.creativeType),
  ].filter(Boolean);
  const button = (words: string, run: () => void) => (
    <Button kind="plain" label={`${words}: ${name}`} onClick={run}>
      {words}
    </Button>
  );
  return (
    <div class="library-row">
      <input
        type="checkbox"
        class="choose-box"
        aria-label={t('outboxChoose', name)}
        checked={chosen}
        onChange={props.onChoose}
      />
      <Picture url={pin.imageUrl} class="library-picture" />
      <div class="grow">
        <button type="button" class="library-open cut" dir="auto" onClick={props.onOpen}>
          {name}
        </button>
        <p class="tiny faint cut">
          {facts.join(' · ')}
          {pin.altText.trim() === '' && <span class="library-lack">{t('libraryNoAlt')}</span>}
          {isBroken && <span class="library-lack">{t('libraryBroken')}</span>}
        </p>
        <p class="library-actions">
          {onMove && button(t('libraryMove'), onMove)}
          {button(t('librarySave'), props.onSave)}
        </p>
      </div>
      <RowButtons {...{ name, onEdit, onDelete }} />
    </div>
  );
}
