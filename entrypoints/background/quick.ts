import { likelyPlaces } from '../../lib/boards/likely';
import { loadSections, readBoards } from '../../lib/boards/load';
import { holdMoment, MOMENT_MS } from '../../lib/outbox/moment';
import { quickPin } from '../../lib/outbox/quick-pin';
import { showJobToast } from '../../lib/outbox/toast';
import { reconcile } from './reconcile';
import { openComposer } from './session';
import { currentClient } from './world';

/** Pins what was begun to the board that is likely meant; where that can't be known, the composer asks. */
export async function pinAtOnce(tabId: number, begun: Promise<void>): Promise<void> {
  await begun;
  const job = await queue(tabId).catch(() => null); // why it failed is said where it can be mended
  if (!job || (await showJobToast(job)) === 'view') await openComposer(tabId);
  else await holdMoment(job, MOMENT_MS).catch(() => undefined); // it begins when it can be seen
}

async function queue(tabId: number) {
  const { client, account } = await currentClient();
  const job = await quickPin(tabId, {
    list: () => readBoards(client, account.view.id),
    sections: (boardId) => loadSections(client, boardId),
    likely: likelyPlaces,
  });
  if (job) void reconcile();
  return job;
}
