import { listFrames } from '../../lib/drafts/grab';
import { chooseRegion, endRegion, takeRegion } from '../../lib/drafts/region';
import type { HandlersOf } from '../../lib/messages/late';
import { openComposer } from './session';

/** Handlers of what no address has: the screen, frames of videos, drawings. */
export const grabHandlers: HandlersOf<'grab' | 'region'> = {
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
