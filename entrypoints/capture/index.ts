import type { UnlistedScriptDefinition } from 'wxt';

import { captureInSlices } from '../../lib/capture/capture';
import { openShadowOf } from '../../lib/capture/dom';
import { watchPointed } from '../../lib/capture/last-pointed';
import type { PointedWorld } from '../../lib/capture/last-pointed';
import { maxImageBytes } from '../../lib/media/limits';
import { measureImages } from '../../lib/media/measure';
import { readPageBytes } from '../../lib/media/page-bytes';
import { servePage } from '../../lib/messages/serve-page';

const READ_TIMEOUT_MS = 20_000;

/** A larger version is not worth a longer wait: the person wants to pin. */
const MEASURE_TIMEOUT_MS = 1500;

/** A browser's own way to see a shadow root that a page has closed. */
interface ShadowSight {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** Chrome has a function for it, Firefox a property. */
function shadowOf(element: Element): ShadowRoot | null {
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (own !== undefined) return own;
  const { dom } = (globalThis as ShadowSight).chrome ?? {};
  return dom ? dom.openOrClosedShadowRoot(element) : openShadowOf(element);
}

/** Put into a page at the person's gesture. A second time finds the first one there and leaves it be. */
function main() {
  const world = globalThis as PointedWorld & { tackIsHere?: unknown };
  if (world.tackIsHere === true) return; // an element of the page may have the name, too
  world.tackIsHere = true;

  watchPointed();
  servePage({
    'page/capture': (target) => {
      const isLookedFor = !target.srcUrl && Object.hasOwn(world, 'tackMeant');
      const srcUrl = isLookedFor ? world.tackMeant?.(target) : target.srcUrl;
      return captureInSlices(document, { shadowOf, ...(srcUrl ? { srcUrl } : {}) });
    },
    'page/read-bytes': ({ url }) =>
      readPageBytes(url, { limit: maxImageBytes, signal: AbortSignal.timeout(READ_TIMEOUT_MS) }),
    'page/measure': ({ urls }) => measureImages(urls, MEASURE_TIMEOUT_MS),
  });
}

// Without WXT's helper, which would come along into every page.
export default { main } satisfies UnlistedScriptDefinition;
