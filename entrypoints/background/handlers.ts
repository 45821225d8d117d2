import { browser } from 'wxt/browser';

import { signIn, signInWithToken } from '../../lib/auth/sign-in';
import {
  connectedView,
  listAccounts,
  readCurrentAccount,
  removeAccount,
  useAccount,
  writeApp,
} from '../../lib/auth/vault';
import { createBoard, createSection, loadBoards, loadSections } from '../../lib/boards/load';
import { discardDraft, openDraft, startWithImage } from '../../lib/drafts/open';
import { editDraft } from '../../lib/drafts/store';
import { toErrorInfo } from '../../lib/errors';
import type { Handlers } from '../../lib/messages/receive';
import { isEnded, reduce, type JobEvent } from '../../lib/outbox/job';
import { publishDraft } from '../../lib/outbox/publish';
import { changeJob, listJobs, removeJob } from '../../lib/outbox/store';
import { takeBack } from '../../lib/outbox/take-back';
import { jobOfToast, showJobToast, toastStateOf } from '../../lib/outbox/toast';
import { loadRecentPins, loadSummary } from '../../lib/stats/load';
import { signInError } from '../../lib/storage/items';
import { forgetSession, openPopupAgain } from './session';
import { appView, currentClient, runner, signInDeps } from './world';

/** Lets a person's command reach a job, and the runner act on it. */
async function command(jobId: string, ...events: JobEvent[]): Promise<null> {
  await changeJob(jobId, (job) => events.reduce(reduce, job));
  void runner.reconcile();
  return null;
}

/** One handler for each message. */
export const handlers: Handlers = {
  'account/get': async () => {
    const account = await readCurrentAccount();
    const error = await signInError.getValue();
    const accounts = (await listAccounts()).map(connectedView);
    return {
      account: account?.tokens ? account.view : null,
      accounts,
      app: await appView(),
      error,
    };
  },
  'account/connect': async () => {
    try {
      await signInError.setValue(null);
      const { view } = await signIn(signInDeps);
      await forgetSession();
      void runner.reconcile(); // what waited for a sign-in goes on
      return view;
    } catch (error) {
      await signInError.setValue(toErrorInfo(error));
      throw error;
    } finally {
      void openPopupAgain();
    }
  },
  'account/paste': async ({ accessToken, environment }) => {
    const { view } = await signInWithToken(signInDeps, accessToken.trim(), environment);
    await signInError.setValue(null);
    await forgetSession();
    void runner.reconcile();
    return view;
  },
  'account/use': async ({ accountId }) => {
    const { view } = await useAccount(accountId);
    await forgetSession();
    return view;
  },
  'account/disconnect': async ({ accountId }) => {
    await removeAccount(accountId);
    await forgetSession();
    return null;
  },
  'app/save': async (app) => {
    await writeApp({ ...app, appId: app.appId.trim(), appSecret: app.appSecret.trim() });
    return appView();
  },

  'draft/open': ({ tabId }) => openDraft(tabId),
  'draft/start': ({ tabId, image }) => startWithImage(tabId, image),
  'draft/publish': async ({ draftId }) => {
    const job = await publishDraft(draftId);
    void runner.reconcile();
    return { jobId: job.id, toast: await showJobToast(job) };
  },
  'draft/edit': async ({ draftId, edit }) => {
    await editDraft(draftId, edit);
    return null;
  },
  'draft/discard': async ({ draftId }) => {
    await discardDraft(draftId);
    return null;
  },

  'board/list': async ({ refresh }) => {
    const { client, account } = await currentClient();
    return loadBoards(client, account.view.id, { refresh });
  },
  'board/create': async ({ name, privacy }) =>
    createBoard((await currentClient()).client, name, privacy),
  'section/list': async ({ boardId }) => loadSections((await currentClient()).client, boardId),
  'section/create': async ({ boardId, name }) =>
    createSection((await currentClient()).client, boardId, name),

  'outbox/wake': async () => {
    void runner.reconcile();
    return null;
  },
  'job/undo': ({ jobId }) => command(jobId, { type: 'undo' }),
  'job/cancel': ({ jobId }) => command(jobId, { type: 'undo' }),
  'job/retry': ({ jobId, board }) =>
    board
      ? command(jobId, { type: 'move', board })
      : command(jobId, { type: 'resume', now: Date.now() }),
  'job/edit': async ({ jobId }) => {
    const { pageUrl } = await takeBack(jobId);
    await browser.tabs.create({ url: pageUrl });
    return null;
  },
  'job/resolve': ({ jobId, found }) =>
    found ? command(jobId, { type: 'there' }) : command(jobId, { type: 'not-created' }),
  'job/clear': async () => {
    const { jobs } = await listJobs();
    await Promise.all(jobs.filter(isEnded).map(({ id }) => removeJob(id)));
    return null;
  },

  'stats/summary': async (ask) => loadSummary((await currentClient()).client, ask),
  'stats/recent-pins': async (ask) => loadRecentPins((await currentClient()).client, ask),

  'toast/state': async ({ nonce }, { tabId }) => toastStateOf(await jobOfToast(nonce, tabId)),
  'toast/undo': async ({ nonce }, { tabId }) => {
    const { id } = await jobOfToast(nonce, tabId);
    return command(id, { type: 'undo' });
  },
};
