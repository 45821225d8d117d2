import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { ChangeOp, LibraryChange } from '../../lib/changes/types';
import { errorText, type ErrorAction } from '../../lib/error-text';
import type { ErrorInfo } from '../../lib/errors';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import { toPinRow } from '../../lib/library/read';
import type { BoardsStore } from '../../lib/state/boards';
import type { LibraryStore } from '../../lib/state/library';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useStore } from '../use-store';
import { batchesOf, canTakeBack, latestBatch, type Batch } from './batches';
import type { OnAct } from './BoardsPart';
import { ChangeAgain, otherWay } from './ChangeAgain';
import { ChooseBoard } from './ChooseBoard';

interface ChangesStripProps {
  library: LibraryStore;
  boards: BoardsStore;
  onTakeBack: (batch: string) => void;
  /** Asks for the permission that a secret board needs; null where it was given. */
  onSecret: (() => void) | null;
  onAct: OnAct;
  /** Opens a pin's page at Pinterest. */
  onOpenPin: (pinId: string) => void;
  /** What had the focus here is gone. */
  onLost: () => void;
}

const words: Readonly<Record<ChangeOp, MessageKey>> = {
  'boards/create': 'changeBoardCreate',
  'boards/update': 'changeBoardUpdate',
  'boards/delete': 'changeBoardDelete',
  'board_sections/create': 'changeSectionCreate',
  'board_sections/update': 'changeSectionUpdate',
  'board_sections/delete': 'changeSectionDelete',
  'pins/update': 'changePinUpdate',
  'pins/delete': 'changePinDelete',
};

const wordsOf = ({ op, name }: LibraryChange) => t(words[op], name || t('outboxUntitled'));

/** What is on its way to Pinterest, what can be taken back, and what Pinterest refused. */
export function ChangesStrip(props: ChangesStripProps) {
  const { library, onTakeBack, onLost } = props;
  const changes = useStore(library, (state) => state.changes);
  const now = useNow(changes.length > 0);
  const latest = latestBatch(changes, now);
  const open = batchesOf(changes).filter(({ state }) => state === 'waiting');
  const shown = latest && !open.includes(latest) ? [...open, latest] : open;
  const unique = [...new Map(shown.map((each) => [each.batch, each])).values()];
  const failed = changes.filter(({ state }) => state === 'failed');
  const isFocused = useRef(false);
  useLayoutEffect(() => {
    if (!isFocused.current || document.activeElement !== document.body) return;
    isFocused.current = false;
    onLost();
  });
  if (unique.length === 0 && failed.length === 0) return null;
  return (
    <section
      class="library-changes"
      aria-label={t('changesTitle')}
      onFocusIn={() => {
        isFocused.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        // Where it goes nowhere, its button is gone.
        if (relatedTarget !== null) isFocused.current = false;
      }}
    >
      {failed.map((change) => (
        <Failed key={change.id} {...props} change={change} />
      ))}
      {unique.map((batch) => (
        <Open key={batch.batch} {...{ batch, now, onTakeBack }} />
      ))}
    </section>
  );
}

interface OpenProps extends Pick<ChangesStripProps, 'onTakeBack'> {
  batch: Batch;
  now: number;
}

/** What was asked for together, how far it is, and the way back. */
function Open({ batch, now, onTakeBack }: OpenProps) {
  const [only, ...others] = batch.changes;
  const name =
    only && others.length === 0 ? wordsOf(only) : tn('changesMany', batch.changes.length);
  return (
    <p class="library-change">
      <span class="grow">
        <span class="cut library-line" dir="auto">
          {name}
        </span>
        <span class="tiny faint">{progressOf(batch, now)}</span>
      </span>
      {canTakeBack(batch) && (
        <Button label={`${t('actionUndo')}: ${name}`} onClick={() => onTakeBack(batch.batch)}>
          {t('actionUndo')}
        </Button>
      )}
    </p>
  );
}

function progressOf({ changes, state }: Batch, now: number): string {
  const done = changes.filter((change) => change.state === 'done').length;
  if (state !== 'waiting') return t('changeDone');
  const next = changes.find((change) => change.state === 'waiting');
  const because = next?.because ? `${errorText(next.because).what} ` : '';
  const seconds = Math.ceil(((next?.until ?? now) - now) / 1000);
  if (next && seconds > 0) return because + t('changeWaits', formatNumber(seconds));
  return t('changeGoes', formatNumber(done), formatNumber(changes.length));
}

interface FailedProps extends Omit<ChangesStripProps, 'onTakeBack' | 'onLost'> {
  change: LibraryChange;
}

function Failed(props: FailedProps) {
  const { change, library, boards, onSecret } = props;
  const [asked, setAsked] = useState<'change' | 'save' | null>(null);
  const { because, id } = change;
  if (!because) return null;
  const name = wordsOf(change);
  const { tryAgain, forget, change: queue, save } = library.getState();
  const button = (label: string, run: () => void) => (
    <Button kind="plain" label={`${label}: ${name}`} onClick={run}>
      {label}
    </Button>
  );
  const instead = async (isAsked: Promise<boolean>) => {
    if (await isAsked) await forget(id);
  };
  return (
    <div class="library-failed">
      <Notice {...noticeOf(props, because)} safe={t('changeNothingLost')} />
      <p class="library-actions">
        {otherWay(change) && button(t('actionEdit'), () => setAsked('change'))}
        {isUngranted(change) && button(t('librarySave'), () => setAsked('save'))}
        {button(t('actionRetry'), () => void tryAgain(id))}
        {button(t('changeForget'), () => void forget(id))}
      </p>
      {asked === 'change' && (
        <ChangeAgain
          {...{ change, boards, onSecret }}
          onDone={(wanted) => {
            setAsked(null);
            if (wanted) void instead(queue([wanted]));
          }}
        />
      )}
      {asked === 'save' && (
        <ChooseBoard
          title={tn('pinsSaveTo', 1)}
          {...{ boards, onSecret }}
          onClose={() => setAsked(null)}
          onChoose={(board) => {
            setAsked(null);
            const pin = toPinRow({ id: change.about, title: change.name });
            void instead(save([pin], board));
          }}
        />
      )}
    </div>
  );
}

/** Changing pins is granted app by app; saving one to the board that it was to go to is granted to all. */
const isUngranted = ({ because, input }: LibraryChange): boolean =>
  because?.code === 'api/restricted-feature' && 'board_id' in input && 'pin_id' in input;

/** What happened to a change, and the step that helps; sending it again and forgetting it stand below. */
function noticeOf({ change, library, onAct, onOpenPin }: FailedProps, because: ErrorInfo) {
  const { what, todo, action, actionLabel } = errorText(because);
  const of = (happened: string, next: string, step: { label: string; run: () => void } | null) => ({
    what: `${wordsOf(change)}: ${happened}`,
    todo: next,
    action: step,
  });
  const act = (kind: ErrorAction, label: string) => ({
    label,
    run: () => onAct(kind, because, () => void library.getState().tryAgain(change.id)),
  });
  const openPin = { label: t('actionOpenPinterest'), run: () => onOpenPin(change.about) };
  if (because.code === 'outbox/imported') return of(t('changeImported'), '', null);
  if (because.code === 'api/restricted-feature')
    return of(what, t('changeRestrictedTodo'), openPin);
  if (action === 'connect' || action === 'options' || action === 'open-pinterest')
    return of(what, todo, act(action, actionLabel ?? ''));
  // Where the board itself is gone, another one is of no use: boards are read without it.
  if (action === 'choose-board' && otherWay(change) === null)
    return of(what, '', act('choose-board', t('statsRefresh')));
  return of(what, todo, null);
}

/** The time, told anew each second while it matters; ms of UTC. */
function useNow(matters: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!matters) return undefined;
    setNow(Date.now());
    const beat = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(beat);
  }, [matters]);
  return now;
}
