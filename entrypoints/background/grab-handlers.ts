import { listFrames } from '../../lib/drafts/grab';
import { takeFromScreen } from '../../lib/drafts/image';
import { chooseRegion, endRegion, takeRegion } from '../../lib/drafts/region';
import type { Handlers } from '../../lib/messages/receive';
import { openComposer } from './session';

type GrabMessage = 'draft/screen' | 'grab/frames' | 'grab/region' | 'region/take' | 'region/end';

/** Handlers of what no address has: the screen, frames of videos, drawings. */
export const grabHandlers: Pick<Handlers, GrabMessage> = {
  'draft/screen': async ({ draftId }) => {
    await takeFromScreen(draftId);
    return null;
  },
  'grab/frames': ({ tabId }) => listFrames(tabId),
  'grab/region': async ({ tabId }) => {
    await chooseRegion(tabId);
    return null;
  },
  'region/take': async ({ nonce, place }, from) => {
    const draft = await takeRegion(nonce, place, from);
    await openComposer(draft.tabId);
    return null;
  },
  'region/end': async ({ nonce }) => {
    await endRegion(nonce);
    return null;
  },
};
