import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { formatNumber, t, tn } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { Unread } from '../board-picker/Unread';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';

interface BoardsFootProps {
  boards: BoardsStore;
  /** How many there are, and how many of them are shown. */
  all: number;
  shown: number;
  children: ComponentChildren;
}

/** How many boards there are, whether these are all, and how they are read again. */
export function BoardsFoot({ boards, all, shown, children }: BoardsFootProps) {
  const status = useStore(boards, (state) => state.status);
  const error = useStore(boards, (state) => state.error);
  const complete = useStore(boards, (state) => state.complete);
  const [isBusy, setBusy] = useState(false);
  const isBroken = error !== null && !complete && status === 'ready';
  const read = async (anew: boolean) => {
    setBusy(true);
    await boards.getState().load(anew);
    setBusy(false);
  };
  return (
    <p class="library-foot">
      <span class="tiny faint num grow" role="status">
        {isBroken ? (
          <Unread error={error} known={all} />
        ) : !complete && status === 'ready' ? (
          t('boardsComing', formatNumber(all))
        ) : (
          tn('libraryBoardCount', shown)
        )}
      </span>
      {/* A walk that was broken off goes on at its bookmark. */}
      {status === 'ready' && (
        <Button kind="plain" busy={isBusy} onClick={() => void read(!isBroken)}>
          {t(isBroken ? 'actionRetry' : 'statsRefresh')}
        </Button>
      )}
      {children}
    </p>
  );
}
