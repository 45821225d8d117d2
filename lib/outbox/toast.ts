import { target } from '../auth/environment';
import { AppError } from '../errors';
import { t } from '../i18n';
import type { ToastLabels } from '../messages/page-protocol';
import type { ToastState } from '../messages/protocol';
import { putInto } from '../messages/put-into';
import { sendToPage } from '../messages/send';
import { isFrom, type From } from '../messages/sender';
import { toasts } from '../storage/items';
import { isTakenBack, isUnsent, pinIdOf } from './job';
import { isWaitingForPerson } from './moment';
import { readJob } from './store';
import type { Job } from './types';

/** A toast that is older than this answers nobody. */
const TOAST_LIFE_MS = 10 * 60_000;

/** A page that is stuck in its own script takes no toast, and nobody is kept waiting for it, ms. */
const PAGE_WAIT_MS = 3000;

/**
 * Shows a job's toast in the page it came from. Says where it is shown: `view` where the page takes none, or none in time.
 * The nonce that the page gets is good for this job, in this document, for ten minutes, and for nothing else.
 */
export function showJobToast(job: Job): Promise<'page' | 'view'> {
  const { promise: late, resolve } = Promise.withResolvers<'view'>();
  const timer = setTimeout(() => resolve('view'), PAGE_WAIT_MS);
  return Promise.race([show(job), late]).finally(() => clearTimeout(timer));
}

async function show({ id, tabId, content }: Job): Promise<'page' | 'view'> {
  if (tabId === null) return 'view';
  try {
    // The script is put in only now: most pages that are read get no toast.
    const place = await putInto(tabId, TOAST_SCRIPT);
    const nonce = crypto.randomUUID();
    const now = Date.now();
    const living = Object.entries(await toasts.getValue()).filter(([, { until }]) => until > now);
    await toasts.setValue({
      ...Object.fromEntries(living),
      [nonce]: { jobId: id, ...place, until: now + TOAST_LIFE_MS },
    });
    const labels = toastLabels(content.boardName);
    await sendToPage({ tabId }, 'page/toast', { nonce, labels });
    return 'page';
  } catch {
    return 'view';
  }
}

/** The words that the toast of a pin to this board begins with. */
export const toastLabels = (boardName: string): ToastLabels => ({
  working: t('toastWorking', boardName),
  open: t('actionOpen'),
  undo: t('actionUndo'),
  close: t('actionClose'),
  change: t('changeBoard'),
});

const TOAST_SCRIPT = '/toast.js';

/** Gives the job that a nonce was made for. @throws AppError `message/refused` for another document's, or an old one */
export async function jobOfToast(nonce: string, from: From): Promise<Job> {
  const toast = (await toasts.getValue())[nonce];
  const job =
    toast && isFrom(toast, from) && toast.until > Date.now() && (await readJob(toast.jobId));
  if (!job) throw new AppError('message/refused', { type: 'toast' });
  return job;
}

/** Gives what a toast says of a job. Why one is held is told in Tack's own views, not to a page. */
export function toastStateOf(job: Job): ToastState {
  const { stage, pause, content } = job;
  if (isTakenBack(job)) return { phase: 'undone', text: t('toastUndone', content.boardName) };
  if (pause?.kind === 'held') return { phase: 'problem', text: t('toastHeld', content.boardName) };
  const pinId = pinIdOf(job);
  if (pinId && stage.name !== 'removing' && !job.undo) {
    return { phase: 'pinned', text: t('toastPinned', content.boardName), pinUrl: pinUrlOf(pinId) };
  }
  const waits = isUnsent(job) && isWaitingForPerson(job);
  return {
    phase: 'working',
    text: t('toastWorking', content.boardName),
    ...(waits ? { waits } : {}),
  };
}

/** Where people see a pin. */
export const pinUrlOf = (pinId: string): string => `${target.siteUrl}/pin/${pinId}/`;
