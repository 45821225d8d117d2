import { useState } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import { t, tn } from '../../lib/i18n';
import type { BatchAct } from '../../lib/messages/protocol';
import type { BoardsStore } from '../../lib/state/boards';
import { LateBoardPicker } from '../board-picker/LateBoardPicker';
import { Button } from '../ui/Button';

interface BatchBarProps {
  count: number;
  boards: BoardsStore;
  onAct: (act: BatchAct, board?: BoardChoice) => void;
  onClear: () => void;
}

/** What can be done with all pins that are chosen. */
export function BatchBar({ count, boards, onAct, onClear }: BatchBarProps) {
  const [choosing, setChoosing] = useState(false);
  return (
    <div class="outbox-batch" role="group" aria-label={tn('outboxChosen', count)}>
      <p class="outbox-actions">
        <b class="num">{tn('outboxChosen', count)}</b>
        <Button onClick={() => onAct('retry')}>{t('batchRetry')}</Button>
        <Button expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t('batchMove')}
        </Button>
        <Button onClick={() => onAct('cancel')}>{t('batchCancel')}</Button>
        <Button kind="plain" onClick={onClear}>
          {t('batchNone')}
        </Button>
      </p>
      {choosing && (
        <LateBoardPicker
          store={boards}
          value={null}
          onChange={(board) => onAct('move', board)}
          onEnter={() => undefined}
          onSecret={null}
        />
      )}
    </div>
  );
}
