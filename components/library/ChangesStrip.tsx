import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { ChangeOp, LibraryChange } from '../../lib/changes/types';
import { errorText } from '../../lib/error-text';
import type { ErrorInfo } from '../../lib/errors';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import type { LibraryStore } from '../../lib/state/library';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useStore } from '../use-store';
import { batchesOf, canTakeBack, latestBatch, type Batch } from './batches';
import type { OnAct } from './BoardsPart';
import { canChange, ChangeAgain } from './ChangeAgain';

interface ChangesStripProps {
  library: LibraryStore;
  boards: BoardsStore;
  onTakeBack: (batch: string) => void;
  /** Asks for the permission that a secret board needs; null where it was given. */
  onSecret: (() => void) | null;
  onAct: OnAct;
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

function Failed({ change, library, boards, onSecret, onAct }: FailedProps) {
  const [isChanging, setChanging] = useState(false);
  const { because, id } = change;
  if (!because) return null;
  const name = wordsOf(change);
  const { what, todo, action } = textOf(change, because);
  const { tryAgain, forget, change: queue } = library.getState();
  const button = (label: string, run: () => void) => (
    <Button kind="plain" label={`${label}: ${name}`} onClick={run}>
      {label}
    </Button>
  );
  return (
    <div class="library-failed">
      <Notice
        what={`${name}: ${what}`}
        safe={t('changeNothingLost')}
        todo={todo}
        action={
          action && {
            label: action.label,
            run: () => onAct(action.kind, because, () => undefined),
          }
        }
      />
      <p class="library-actions">
        {canChange(change) && button(t('actionEdit'), () => setChanging(true))}
        {button(t('actionRetry'), () => void tryAgain(id))}
        {button(t('changeForget'), () => void forget(id))}
      </p>
      {isChanging && (
        <ChangeAgain
          {...{ change, boards, onSecret }}
          onDone={(wanted) => {
            setChanging(false);
            const instead = async () => {
              if (wanted && (await queue([wanted]))) await forget(id);
            };
            void instead();
          }}
        />
      )}
    </div>
  );
}

/** What happened to a change, and what can be done: sending it again and forgetting it stand below. */
function textOf(change: LibraryChange, because: ErrorInfo) {
  const { what, todo, action, actionLabel } = errorText(because);
  if (because.code === 'outbox/imported')
    return { what: t('changeImported'), todo: '', action: null };
  if (because.code === 'api/restricted-feature')
    return { what, todo: t('changeRestrictedTodo'), action: null };
  if (action === 'connect' || action === 'options' || action === 'open-pinterest')
    return { what, todo, action: { kind: action, label: actionLabel ?? '' } };
  // Only a pin wants another board.
  const isOther = action === 'choose-board' && !canChange(change);
  return { what, todo: isOther ? '' : todo, action: null };
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
