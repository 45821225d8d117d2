import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { listedFrames } from '../../lib/grab/frames';
import { locatePicture, placeOf } from '../../lib/grab/locate';
import { servePage } from '../../lib/messages/serve-page';

/**
 * Put into a page when the person asks for what no address has: frames of videos, drawings, a picture on the screen.
 * A second time finds the first one there and leaves it be.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { tackGrabIsHere?: boolean };
  if (world.tackGrabIsHere) return;
  world.tackGrabIsHere = true;

  const frames = listedFrames();
  servePage({
    'page/frames': () => frames.list(document),
    'page/locate': async ({ urls }) => {
      const [element] = urls.flatMap((url) => frames.elementOf(url) ?? []);
      return element ? placeOf(element) : locatePicture(document, urls);
    },
  });
});
