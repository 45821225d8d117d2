import { browser } from 'wxt/browser';

import type { HandlersOf } from '../../lib/messages/late';
import { changeEach } from '../../lib/outbox/batch';
import { clearEnded } from '../../lib/outbox/ended';
import { importRow } from '../../lib/outbox/import-row';
import { reduce } from '../../lib/outbox/job';
import type { JobEvent } from '../../lib/outbox/job-events';
import { holdMoment } from '../../lib/outbox/moment';
import { saveSchedule } from '../../lib/outbox/schedule-settings';
import { changeJob, listJobIds } from '../../lib/outbox/store';
import { takeBack } from '../../lib/outbox/take-back';
import { jobOfToast, toastStateOf } from '../../lib/outbox/toast';
import { reschedule } from '../../lib/outbox/when';
import { reconcile } from './reconcile';
import { openComposer } from './session';

/** Lets a person's command reach a job, and the runner act on it. */
async function command(jobId: string, ...events: JobEvent[]): Promise<null> {
  await changeJob(jobId, (job) => events.reduce(reduce, job));
  void reconcile();
  return null;
}

/** Handlers of the outbox: what views and the toast in a page ask of jobs, and when pins go out. */
export const jobHandlers: HandlersOf<'outbox' | 'job' | 'csv' | 'schedule' | 'toast'> = {
  'outbox/wake': async ({ anew = false }) => {
    void reconcile(anew);
    return null;
  },
  'job/undo': ({ jobId }) => command(jobId, { type: 'undo' }),
  'job/cancel': ({ jobId }) => command(jobId, { type: 'undo' }),
  'job/retry': ({ jobId, board }) =>
    board
      ? command(jobId, { type: 'move', board })
      : command(jobId, { type: 'resume', now: Date.now() }),
  'job/batch': async ({ jobIds, act, board }) => {
    const done = await changeEach(jobIds, act, board);
    void reconcile();
    return done;
  },
  'job/edit': async ({ jobId }) => {
    const { pageUrl } = await takeBack(jobId);
    await browser.tabs.create(pageUrl ? { url: pageUrl } : {}); // a row of a CSV may be of no page
    return null;
  },
  'job/resolve': ({ jobId, answer }) =>
    command(jobId, answer === 'keep' ? { type: answer, verifyAt: Date.now() } : { type: answer }),
  'job/schedule': async ({ jobIds, when }) => {
    await reschedule(jobIds, when);
    void reconcile();
    return null;
  },
  'csv/row': async (row) => {
    const became = await importRow(row);
    void reconcile();
    return became;
  },
  'job/clear': async () => {
    await clearEnded((await listJobIds()).ended);
    return null;
  },

  'schedule/save': async (settings) => {
    await saveSchedule(settings);
    void reconcile(); // what waits for the spacing may go on
    return null;
  },

  'toast/state': async ({ nonce, held }, from) => {
    const job = await jobOfToast(nonce, from);
    return toastStateOf(held ? await holdMoment(job) : job);
  },
  'toast/undo': async ({ nonce }, from) => {
    const { id } = await jobOfToast(nonce, from);
    return command(id, { type: 'undo' });
  },
  'toast/board': async ({ nonce }, from) => {
    const { id, tabId } = await jobOfToast(nonce, from);
    await takeBack(id);
    if (tabId !== null) await openComposer(tabId);
    return null;
  },
};
