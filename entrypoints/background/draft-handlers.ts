import { editTray } from '../../lib/drafts/along';
import { keepCarousel } from '../../lib/drafts/carousel';
import { chooseVersion, readAgain, takeFromScreen } from '../../lib/drafts/image';
import { laneOf, loadClaimedSites } from '../../lib/drafts/lane';
import { discardDraft, openDraft, startWithImages } from '../../lib/drafts/open';
import { showInPage } from '../../lib/drafts/page';
import { editDraft } from '../../lib/drafts/store';
import { saveTemplates } from '../../lib/drafts/templates';
import { AppError } from '../../lib/errors';
import type { HandlersOf } from '../../lib/messages/late';
import { publish } from '../../lib/outbox/publish';
import { showJobToast } from '../../lib/outbox/toast';
import { reconcile } from './reconcile';
import { currentClient } from './world';

/** Handlers of drafts, of the words they begin with, and of the page they come from. */
export const draftHandlers: HandlersOf<'draft' | 'details' | 'page'> = {
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
  'draft/publish': async ({ draftId, lane, last, ...how }) => {
    if (last) await editDraft(last.draftId, last.edit, last.number).catch(ignoreGone);
    const { job, failed } = await publish(draftId, lane, how);
    void reconcile();
    // A toast in a page follows its pin to the end, which is another day here.
    const toast = job.notBefore === undefined ? await showJobToast(job) : 'view';
    return { jobId: job.id, toast, failed };
  },
  'draft/read-all': async ({ draftId }) => {
    await keepCarousel(draftId);
    return null;
  },
  'draft/edit': async ({ draftId, edit, number, all = false }) => {
    await (all ? editTray : editDraft)(draftId, edit, number);
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
  'draft/screen': async ({ draftId }) => {
    await takeFromScreen(draftId);
    return null;
  },

  'details/save': async (choice) => {
    await saveTemplates(choice);
    return null;
  },
  'page/show': async ({ tabId, frameId, url }) => {
    await showInPage(tabId, frameId, url);
    return null;
  },
};

/** Said again after a worker stopped without an answer: the draft is a job by now, which publishing gives. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'draft/gone')) throw error;
}
