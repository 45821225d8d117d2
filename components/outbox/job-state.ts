import { errorText } from '../../lib/error-text';
import { formatTime, hostOf } from '../../lib/format';
import { formatWhen } from '../../lib/format-when';
import { t } from '../../lib/i18n';
import { isEnded, isScheduled, isTakenBack } from '../../lib/outbox/job';
import type { Job, PinContent } from '../../lib/outbox/types';

/** How a job does, in words: where it goes, how far it is, and what it waits for. */
export function stateOf(job: Job, now: number): string {
  const { stage, pause, content, undo } = job;
  const board = boardOf(content);
  if (isTakenBack(job)) return t('stateCancelled', board);
  if (pause?.kind === 'held') return t('stateHeld', board);
  if (stage.name === 'removing' || (undo && !isEnded(job))) return t('stateRemoving', board);
  if (isScheduled(job, now)) return t('stateScheduled', formatWhen(job.notBefore ?? 0, now), board);
  if (pause) {
    const time = formatTime(pause.until, now);
    return 'data' in pause.because
      ? t('stateWaiting', board, time, errorText(pause.because).what)
      : t('stateScheduled', time, board);
  }
  if (stage.name === 'created' || stage.name === 'verified') return t('toastPinned', board);
  if (stage.name === 'creating') return t(stage.unknown ? 'stateLooking' : 'toastWorking', board);
  return t('stateQueued', board);
}

/** A board, with its section where there is one. */
export const boardOf = ({ boardName, sectionName }: PinContent): string =>
  sectionName ? `${boardName} / ${sectionName}` : boardName;

/** What a job is called: its title, else the site that it came from. */
export const nameOf = ({ content, pageUrl }: Job): string =>
  content.title || hostOf(pageUrl) || t('outboxUntitled');
