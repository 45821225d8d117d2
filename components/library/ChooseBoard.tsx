import { useLayoutEffect, useRef } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import type { BoardsStore } from '../../lib/state/boards';
import { BoardPicker } from '../board-picker/BoardPicker';
import { Dialog } from '../ui/Dialog';

interface ChooseBoardProps {
  title: string;
  boards: BoardsStore;
  /** Asks for the permission that secret boards need; null where it was given. */
  onSecret: (() => void) | null;
  onChoose: (board: BoardChoice) => void;
  onClose: () => void;
}

/** Asks for the board or section that pins go to. */
export function ChooseBoard({ title, boards, onSecret, onChoose, onClose }: ChooseBoardProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="library-choose">
        <BoardPicker
          store={boards}
          value={null}
          onChange={onChoose}
          onEnter={() => undefined}
          onSecret={onSecret}
          inputRef={input}
        />
      </div>
    </Dialog>
  );
}
