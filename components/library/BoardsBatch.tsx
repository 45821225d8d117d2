import { useState } from 'preact/hooks';

import type { BoardRow } from '../../lib/boards/types';
import { t, tn } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import type { LibraryStore } from '../../lib/state/library';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';
import { privacyChanges } from './board-changes';
import { ChosenBar, ofMany } from './ChosenBar';
import { Confirm } from './Confirm';

interface BoardsBatchProps {
  library: LibraryStore;
  boards: BoardsStore;
  picked: readonly BoardRow[];
  /** Those of them that are the person's own: others' are only marked. */
  own: readonly BoardRow[];
  /** Asks for the permission that a secret board needs; null where it was given. */
  onSecret: (() => void) | null;
  onDelete: () => void;
  /** A change was asked for: nothing is to be chosen any more. */
  onDone: (said: string) => void;
  /** Says what was done, and leaves them chosen. */
  onSaid: (words: string) => void;
}

/** What is done with all boards that are chosen: a change for each, all taken back together. */
export function BoardsBatch(props: BoardsBatchProps) {
  const { library, boards, picked, own, onSecret, onDelete, onDone, onSaid } = props;
  const [isAsked, setAsked] = useState(false);
  const marks = useStore(boards, (state) => state.marks);
  const [hiding, showing] = [privacyChanges(own, 'SECRET'), privacyChanges(own, 'PUBLIC')];
  const change = (wanted: typeof hiding) => {
    void library.getState().change(wanted);
    onDone(tn('boardsChanged', wanted.length));
  };
  const ids = picked.map(({ id }) => id);
  const markButton = (as: keyof typeof marks) => {
    const isOn = ids.every((id) => marks[as].includes(id));
    const mark = async () => {
      await boards.getState().mark(ids, as, !isOn);
      onSaid(tn('boardsMarked', ids.length));
    };
    return <Button onClick={() => void mark()}>{t(markWords[as][isOn ? 'off' : 'on'])}</Button>;
  };
  return (
    <ChosenBar count={picked.length}>
      {hiding.length > 0 && (
        <Button onClick={() => (onSecret ? onSecret() : change(hiding))}>
          {ofMany('boardsMakeSecret', hiding.length, picked.length)}
        </Button>
      )}
      {showing.length > 0 && (
        <Button onClick={() => setAsked(true)}>
          {ofMany('boardsMakePublic', showing.length, picked.length)}
        </Button>
      )}
      {markButton('starred')}
      {markButton('hidden')}
      {own.length > 0 && (
        <Button onClick={onDelete}>{ofMany('actionDelete', own.length, picked.length)}</Button>
      )}
      {isAsked && (
        <Confirm
          title={tn('boardsPublicTitle', showing.length)}
          words={t('boardsPublicWords')}
          names={showing.map(({ name }) => name)}
          action={t('boardsMakePublic')}
          onDone={(isWanted) => {
            setAsked(false);
            if (isWanted) change(showing);
          }}
        />
      )}
    </ChosenBar>
  );
}

const markWords = {
  starred: { on: 'boardsStar', off: 'boardsUnstarChosen' },
  hidden: { on: 'boardsHide', off: 'boardsUnhideChosen' },
} as const;
