import { setLane } from '../../lib/drafts/lane';
import { startFromMenu } from '../../lib/drafts/open';
import { AppError } from '../../lib/errors';
import type { HandlersOf } from '../../lib/messages/late';
import { forgetSite, setHover, syncSites, wantSite } from '../../lib/sites/allowed';
import { mayHover } from '../../lib/sites/may-hover';
import { openComposer } from './session';

/** One handler for each message about the sites that the person allows. */
export const siteHandlers: HandlersOf<'site' | 'hover'> = {
  'site/lane': async ({ site, lane }) => {
    await setLane(site, lane);
    return null;
  },
  'site/allow': ({ host }) => wantSite(host),
  'site/hover': ({ host, hover }) => setHover(host, hover),
  'site/disallow': ({ host }) => forgetSite(host),
  'hover/pin': async (_, from) => {
    // Looked up anew: a page may still show a button for which the permission is gone.
    if (from.tabId === undefined || !mayHover(from, await syncSites()))
      throw new AppError('message/refused', { type: 'hover/pin' });
    const target = { srcUrl: null, isPointed: true };
    void startFromMenu(from.tabId, target, from.frameId);
    await openComposer(from.tabId);
    return null;
  },
};
