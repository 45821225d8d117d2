import { useEffect, useRef } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import type { BoardsStore } from '../../lib/state/boards';
import { BoardPicker } from '../board-picker/BoardPicker';
import { Dialog } from '../ui/Dialog';

interface ChooseBoardProps {
  title: string;
  boards: BoardsStore;
  onChoose: (board: BoardChoice) => void;
  onClose: () => void;
}

/** Asks for the board or section that pins go to. */
export function ChooseBoard({ title, boards, onChoose, onClose }: ChooseBoardProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="library-choose">
        <BoardPicker
          store={boards}
          value={null}
          onChange={onChoose}
          onEnter={() => undefined}
          onSecret={null}
          inputRef={input}
        />
      </div>
    </Dialog>
  );
}
