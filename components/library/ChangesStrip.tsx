import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { ChangeOp, LibraryChange } from '../../lib/changes/types';
import { errorText } from '../../lib/error-text';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import { featuresOf, type Feature } from '../../lib/pinterest/scopes';
import type { LibraryStore } from '../../lib/state/library';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useStore } from '../use-store';
import { batchesOf, canTakeBack, latestBatch, type Batch } from './batches';

interface ChangesStripProps {
  library: LibraryStore;
  onTakeBack: (batch: string) => void;
  onConnect: (features: Feature[]) => void;
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
export function ChangesStrip({ library, onTakeBack, onConnect, onLost }: ChangesStripProps) {
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
        <Failed key={change.id} {...{ change, library, onConnect }} />
      ))}
      {unique.map((batch) => (
        <p key={batch.batch} class="library-change">
          <span class="grow">
            <span class="cut library-line" dir="auto">
              {batch.changes.length === 1 && batch.changes[0]
                ? wordsOf(batch.changes[0])
                : tn('changesMany', batch.changes.length)}
            </span>
            <span class="tiny faint">{progressOf(batch, now)}</span>
          </span>
          {canTakeBack(batch) && (
            <Button onClick={() => onTakeBack(batch.batch)}>{t('actionUndo')}</Button>
          )}
        </p>
      ))}
    </section>
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

function Failed({ change, library, onConnect }: FailedProps) {
  const { because, id } = change;
  if (!because) return null;
  const isImported = because.code === 'outbox/imported';
  const what = isImported ? t('changeImported') : errorText(because).what;
  const name = wordsOf(change);
  const isRestricted = because.code === 'api/restricted-feature';
  return (
    <div class="library-failed">
      <Notice
        what={`${name}: ${what}`}
        safe={t('changeNothingLost')}
        todo={isRestricted ? t('changeRestrictedTodo') : undefined}
        action={
          because.code === 'auth/missing-scope' || because.code === 'auth/signed-out'
            ? { label: t('connectPinterest'), run: () => onConnect(featuresOf(because)) }
            : null
        }
      />
      <p class="library-actions">
        <Button
          kind="plain"
          label={`${t('actionRetry')}: ${name}`}
          onClick={() => void library.getState().tryAgain(id)}
        >
          {t('actionRetry')}
        </Button>
        <Button
          kind="plain"
          label={`${t('changeForget')}: ${name}`}
          onClick={() => void library.getState().forget(id)}
        >
          {t('changeForget')}
        </Button>
      </p>
    </div>
  );
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
