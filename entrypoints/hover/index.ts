import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { watchPointed } from '../../lib/capture/last-pointed';
import { watchHover } from '../../lib/hover/watch';
import { createSend } from '../../lib/messages/create-send';
import { pageRuntime, pageText } from '../../lib/messages/page-runtime';
import { servePage } from '../../lib/messages/serve-page';
import { patternOf } from '../../lib/sites/host';

/** Only where the page in the tab is of the same site: that is what the person allowed. */
function isOfTheTab(): boolean {
  try {
    return window.top?.location.hostname === location.hostname;
  } catch {
    return false; // another site's page does not tell
  }
}

interface Hover {
  start(): void;
  stop(): void;
}

/** The button on pictures of this page, to be turned on and off. */
function createHover(): Hover {
  const send = createSend((message) => pageRuntime().sendMessage(message));
  let running: AbortController | null = null;
  const stop = () => {
    running?.abort();
    running = null;
  };
  const onPin = (image: HTMLImageElement) => {
    // The capture script finds the picture as it does after a right-click.
    const { x, y } = image.getBoundingClientRect();
    watchPointed().last = { path: [image], x, y };
    void send('hover/pin', {}).catch(stop); // refused, or the extension was updated
  };
  const start = () => {
    if (running) return;
    running = new AbortController();
    const words = { text: pageText('hoverPin'), label: pageText('menuPinImage') };
    watchHover({ ...words, onPin }, running.signal);
  };
  return { start, stop };
}

/** In the pages of sites where the person wants the button. A second time finds the first one there and turns it on. */
export default defineUnlistedScript(() => {
  const world = globalThis as { tackHover?: Hover };
  // Its own: an element that a page gives this id is found by that name as well.
  const isHere = Object.hasOwn(world, 'tackHover');
  if (!isHere && !isOfTheTab()) return;
  const hover = isHere ? world.tackHover! : createHover();
  world.tackHover = hover;
  hover.start();
  if (isHere) return;
  servePage({
    'page/hover-off': async ({ matches }) => {
      if (matches.includes(patternOf(location.hostname))) hover.stop();
      return null;
    },
  });
});
