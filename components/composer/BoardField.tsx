import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

import type { BoardChoice, Draft } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import type { ComposerStore } from '../../lib/state/composer';
import { LateBoardPicker } from '../board-picker/LateBoardPicker';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';

interface BoardFieldProps {
  composer: ComposerStore;
  boards: BoardsStore;
  draft: Draft;
  /** What is chosen for the person until they choose. */
  suggested: BoardChoice | null;
  onSuggested: (choice: BoardChoice | null) => void;
  onEnter: () => void;
  /** Several pins that are written at once go to different boards. */
  isMixed: boolean;
  /** Whether the account lets Tack see its secret boards. */
  hasSecret: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
}

/** Asked for at once, and no part of what the first paint waits for. */
export const boardField = LateBoardPicker.ahead();

/** Where the pin goes. */
export function BoardField(props: BoardFieldProps) {
  const { composer, isMixed, inputRef } = props;
  const [isAsked, setAsked] = useState(false); // one board in the place of the different ones
  const { edit, needFeature } = composer.getState();
  const open = useStore(composer, ({ tray }) => tray?.open);
  if (isMixed && !isAsked) {
    return (
      <p class="tray-boards small muted">
        {t('trayBoards')}
        <Button kind="plain" onClick={() => setAsked(true)}>
          {t('trayOneBoard')}
        </Button>
      </p>
    );
  }
  const draft = isMixed ? { ...props.draft, board: null, alsoOn: [] } : props.draft;
  const suggested = isMixed ? null : props.suggested;
  return (
    <LateBoardPicker
      // Another picture of the page makes another draft: what is being typed goes on. Each pin of a tray has a board of its own.
      key={open ?? draft.pageUrl}
      store={props.boards}
      value={draft.board ?? suggested}
      about={draft}
      onSuggested={props.onSuggested}
      also={{ boards: draft.alsoOn ?? [], onChange: (alsoOn) => edit({ alsoOn }) }}
      takesFocus
      onChange={(choice) => {
        edit({ board: choice });
        // The form of a new board is gone, and Enter is to pin from here.
        requestAnimationFrame(() => inputRef.current?.focus());
      }}
      onEnter={props.onEnter}
      onSecret={props.hasSecret ? null : () => needFeature('secret')}
      inputRef={inputRef}
    />
  );
}
