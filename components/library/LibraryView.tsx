import './Library.css';
import { useEffect, useRef, useState } from 'preact/hooks';

import { t, tn } from '../../lib/i18n';
import type { LibraryPlace } from '../../lib/library/types';
import { send } from '../../lib/messages/send';
import { featuresOf, isGranted, type Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import type { BoardsStore } from '../../lib/state/boards';
import { createLibraryStore, followLibrary } from '../../lib/state/library';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { useStore } from '../use-store';
import { latestBatch } from './batches';
import { BoardsPart, type OnAct } from './BoardsPart';
import { ChangesStrip } from './ChangesStrip';
import { CirclePart } from './CirclePart';
import { PinsPart } from './PinsPart';

interface LibraryViewProps {
  account: AccountStore;
  boards: BoardsStore;
  siteUrl: string;
  onOpenUrl: (url: string) => void;
  /** What it opens with; null for all boards. */
  start: LibraryPlace | null;
  /** Signs in anew, asking Pinterest for what the features need. */
  onConnect: (features: Feature[]) => void;
  onOpenOptions: () => void;
}

/** The row that the keys of a list are on. */
const ROW = '.roving-row[tabindex="0"]';

/** The person's boards, sections and pins: to look through, to search, and to change, one or many at once. */
export function LibraryView(props: LibraryViewProps) {
  const { account, boards, siteUrl, start, onOpenUrl, onConnect, onOpenOptions } = props;
  const [library] = useState(() =>
    createLibraryStore({ ask: send, account: () => account.getState().account, siteUrl }),
  );
  const place = useStore(library, (state) => state.place);
  const error = useStore(library, (state) => state.error);
  const [said, setSaid] = useState('');
  const root = useRef<HTMLElement>(null);
  const [isCircle, setCircle] = useState(false);
  const isSecretAllowed = useStore(
    account,
    (state) => !state.account || isGranted(state.account.scopes, 'secret'),
  );
  const username = useStore(account, (state) => state.account?.username ?? '');
  useEffect(() => {
    const shown = new AbortController();
    const readAgain = () => {
      boards.setState({ sections: {} });
      void boards.getState().load();
    };
    followLibrary(library, readAgain, shown.signal);
    void library.getState().loadChanges();
    if (start) void library.getState().open(start);
    const look = () => {
      // What was read a while ago is read again; the background knows how long that is.
      if (document.visibilityState === 'visible') void boards.getState().load();
    };
    look();
    document.addEventListener('visibilitychange', look, shown);
    return () => shown.abort();
  }, [library, boards, start]);
  const takeBack = async (batch: string) => {
    const count = await library.getState().takeBack(batch);
    setSaid(count > 0 ? tn('changesTakenBack', count) : t('errTooLate'));
  };
  const onSecret = () => onConnect(['secret']);
  const onAct: OnAct = (action, problem, again) => {
    if (action === 'connect') onConnect(featuresOf(problem));
    else if (action === 'options') onOpenOptions();
    else if (action === 'open-pinterest') onOpenUrl(siteUrl);
    else if (action === 'choose-board') {
      void library.getState().open(null);
      void boards.getState().load(true); // without the one that is gone
    } else again();
  };
  const parts = { library, boards, account, onSecret, onAct };
  return (
    <section
      ref={root}
      class="library"
      aria-label={t('tabLibrary')}
      onKeyDown={(event) => {
        const isField =
          event.target instanceof HTMLElement && event.target.matches('input, textarea');
        if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isField) return;
        const latest = latestBatch(library.getState().changes, Date.now());
        if (!latest) return;
        event.preventDefault();
        void takeBack(latest.batch);
      }}
    >
      {error && (
        <ErrorNotice
          isReading
          away={t('libraryBack')}
          error={error}
          onAction={(action) => {
            library.getState().dismissError();
            onAct(action, error, () => void library.getState().open(place));
          }}
          onDismiss={() => library.getState().dismissError()}
        />
      )}
      {isCircle ? (
        <CirclePart {...{ username, siteUrl, onAct }} onBack={() => setCircle(false)} />
      ) : place ? (
        <PinsPart
          key={keyOf(place)}
          {...parts}
          place={place}
          {...{ siteUrl, onOpenUrl }}
          onSaid={setSaid}
        />
      ) : (
        <BoardsPart
          {...parts}
          onSaid={setSaid}
          onCircle={() => {
            library.getState().setLook({ left: 'circle' });
            setCircle(true);
          }}
        />
      )}
      <ChangesStrip
        library={library}
        onTakeBack={(batch) => void takeBack(batch)}
        {...{ boards, onAct }}
        onSecret={isSecretAllowed ? null : onSecret}
        onOpenPin={(pinId) => onOpenUrl(`${siteUrl}/pin/${pinId}/`)}
        onLost={() => root.current?.querySelector<HTMLElement>(ROW)?.focus()}
      />
      <p class="spoken" role="status">
        {said}
      </p>
    </section>
  );
}

/** Another section of a board is the same page. */
const keyOf = (place: LibraryPlace) =>
  place.kind === 'board' ? place.boardId : place.kind === 'search' ? place.query : place.kind;
