import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { showRegion } from '../../lib/grab/region';
import { createSend } from '../../lib/messages/create-send';
import { pageRuntime } from '../../lib/messages/page-runtime';
import { servePage } from '../../lib/messages/serve-page';

/** Put into a page when the person wants a part of the screen. A second time finds the first one there and leaves it be. */
export default defineUnlistedScript(() => {
  const world = globalThis as { tackRegionIsHere?: boolean };
  if (world.tackRegionIsHere) return;
  world.tackRegionIsHere = true;

  const send = createSend((message) => pageRuntime().sendMessage(message));
  servePage({
    'page/region': async ({ nonce, labels }) => {
      showRegion(labels, {
        take: async (place) => void (await send('region/take', { nonce, place })),
        end: () => void send('region/end', { nonce }).catch(() => undefined),
      });
      return null;
    },
  });
});
