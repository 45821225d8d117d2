import { browser } from 'wxt/browser';

import { loadBoards, loadSections } from '../../lib/boards/load';
import { createBoard, createSection } from '../../lib/boards/make';
import { keepCarousel } from '../../lib/drafts/carousel';
import { chooseVersion, readAgain } from '../../lib/drafts/image';
import { laneOf, loadClaimedSites, setLane } from '../../lib/drafts/lane';
import { discardDraft, openDraft, startWithImages } from '../../lib/drafts/open';
import { showInPage } from '../../lib/drafts/page';
import { editDraft } from '../../lib/drafts/store';
import { saveTemplates } from '../../lib/drafts/templates';
import { AppError } from '../../lib/errors';
import type { Handlers } from '../../lib/messages/receive';
import { changeEach } from '../../lib/outbox/batch';
import { importRow } from '../../lib/outbox/import-row';
import { reduce, type JobEvent } from '../../lib/outbox/job';
import { holdMoment } from '../../lib/outbox/moment';
import { publish } from '../../lib/outbox/publish';
import { saveSchedule } from '../../lib/outbox/schedule-settings';
import { changeJob, listJobIds, removeJob } from '../../lib/outbox/store';
import { takeBack } from '../../lib/outbox/take-back';
import { jobOfToast, showJobToast, toastStateOf } from '../../lib/outbox/toast';
import { reschedule } from '../../lib/outbox/when';
import { endpoints } from '../../lib/pinterest/endpoints';
import { readForStats } from '../../lib/stats/serve';
import { accountHandlers } from './account-handlers';
import { grabHandlers } from './grab-handlers';
import { openComposer } from './session';
import { siteHandlers } from './site-handlers';
import { currentClient, runner } from './world';

/** Lets a person's command reach a job, and the runner act on it. */
async function command(jobId: string, ...events: JobEvent[]): Promise<null> {
  await changeJob(jobId, (job) => events.reduce(reduce, job));
  void runner.reconcile();
  return null;
}

/** One handler for each message. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...siteHandlers,
  ...grabHandlers,

  'draft/open': async ({ tabId }) => {
    const opened = await openDraft(tabId);
    const { pageUrl } = opened.draft ?? { pageUrl: opened.capture?.page.url ?? '' };
    // Read along the way: who has claimed the site need not be asked whether it is theirs.
    void currentClient()
      .then(({ client }) => loadClaimedSites(client))
      .catch(() => undefined);
    return { ...opened, lane: await laneOf(pageUrl) };
  },
  'draft/start': ({ tabId, images }) => startWithImages(tabId, images),
  'draft/publish': async ({ draftId, lane, ...how }) => {
    const { job, failed } = await publish(draftId, lane, how);
    void runner.reconcile();
    // A toast in a page follows its pin to the end, which is another day here.
    const toast = job.notBefore === undefined ? await showJobToast(job) : 'view';
    return { jobId: job.id, toast, failed };
  },
  'draft/read-all': async ({ draftId }) => {
    await keepCarousel(draftId);
    return null;
  },
  'draft/edit': async ({ draftId, edit }) => {
    await editDraft(draftId, edit);
    return null;
  },
  'draft/version': async ({ draftId, url }) => {
    await chooseVersion(draftId, url);
    return null;
  },
  'draft/reread': async ({ draftId }) => {
    await readAgain(draftId);
    return null;
  },
  'draft/discard': async ({ draftId }) => {
    await discardDraft(draftId);
    return null;
  },

  'site/lane': async ({ site, lane }) => {
    await setLane(site, lane);
    return null;
  },
  'details/save': async (choice) => {
    await saveTemplates(choice);
    return null;
  },
  'schedule/save': async (settings) => {
    await saveSchedule(settings);
    void runner.reconcile(); // what waits for the spacing may go on
    return null;
  },
  'page/show': async ({ tabId, frameId, url }) => {
    await showInPage(tabId, frameId, url);
    return null;
  },

  'board/list': async ({ refresh }) => {
    const { client, account } = await currentClient();
    await loadBoards(client, account.view.id, { refresh });
    return null;
  },
  'board/create': async ({ name, privacy }) =>
    createBoard((await currentClient()).client, name, privacy),
  'section/list': async ({ boardId }) => loadSections((await currentClient()).client, boardId),
  'section/create': async ({ boardId, name }) =>
    createSection((await currentClient()).client, boardId, name),

  'pinterest/read': async ({ id, input }) => {
    if (endpoints[id]?.method !== 'GET')
      throw new AppError('message/refused', { type: 'pinterest/read' });
    return (await currentClient()).client.call(id, input);
  },

  'outbox/wake': async ({ anew = false }) => {
    void runner.reconcile(anew);
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
    void runner.reconcile();
    return done;
  },
  'job/edit': async ({ jobId }) => {
    const { pageUrl } = await takeBack(jobId);
    await browser.tabs.create(pageUrl ? { url: pageUrl } : {}); // a row of a CSV may be of no page
    return null;
  },
  'job/resolve': ({ jobId, found }) =>
    found ? command(jobId, { type: 'there' }) : command(jobId, { type: 'not-created' }),
  'job/schedule': async ({ jobIds, when }) => {
    await reschedule(jobIds, when);
    void runner.reconcile();
    return null;
  },
  'csv/row': async (row) => {
    const became = await importRow(row);
    void runner.reconcile();
    return became;
  },
  'job/clear': async () => {
    const { ended } = await listJobIds();
    await Promise.all(ended.map((id) => removeJob(id)));
    return null;
  },

  'stats/read': async (ask) => readForStats((await currentClient()).client, ask),

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
