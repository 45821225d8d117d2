import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { fromErrorInfo } from '../../lib/errors';
import { formatAgo } from '../../lib/format';
import { t, tn } from '../../lib/i18n';
import { watchLook } from '../../lib/storage/late-items';
import type { WatchLook } from '../../lib/watch/rules';
import { Button } from '../ui/Button';
import { Problem } from './Problem';
import type { StatsProps } from './stats-props';

/** The same alarm as the background's; made due at once. */
const ALARM = 'tack-watch';

/** A look is two requests or so. One that takes longer than this is said to be without an answer. */
const LONGEST_LOOK_MS = 60_000;

/** What came of the last look, or why nothing did, and a button that has it looked again. */
export function LookNow(props: StatsProps) {
  const { account } = props;
  const [last, setLast] = useState<WatchLook | null>(null);
  const [state, setState] = useState<'idle' | 'looking' | 'unanswered'>('idle');
  useEffect(() => {
    void watchLook.getValue().then(setLast);
    return watchLook.watch((look) => {
      setLast(look);
      setState('idle');
    });
  }, []);
  useEffect(() => {
    if (state !== 'looking') return undefined;
    const timer = setTimeout(() => setState('unanswered'), LONGEST_LOOK_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const lookNow = () => {
    setState('looking');
    void browser.alarms.create(ALARM, { when: Date.now() });
  };
  const own = last && ['', account?.id].includes(last.accountId) ? last : null;
  return (
    <>
      <p>
        <Button busy={state === 'looking'} onClick={lookNow}>
          {t('watchNow')}
        </Button>{' '}
        <span class="tiny muted" role="status">
          {state === 'looking' && t('watchLooking')}
          {state === 'unanswered' && t('watchNoAnswer')}
          {state === 'idle' && wordsOf(own)}
        </span>
      </p>
      {state !== 'looking' && own?.error && (
        <Problem {...props} error={fromErrorInfo(own.error)} onRetry={lookNow} />
      )}
    </>
  );
}

function wordsOf(look: WatchLook | null): string {
  if (!look) return t('watchNotYet');
  const looked = t('watchLooked', formatAgo(look.at, Math.max(look.at, Date.now())));
  if (look.error) return looked;
  const found = look.found > 0 ? tn('watchFound', look.found) : t('watchFoundNone');
  return [looked, found, look.hasOlder && t('watchOlder'), look.isUntold && t('watchUntold')]
    .filter(Boolean)
    .join(' ');
}
