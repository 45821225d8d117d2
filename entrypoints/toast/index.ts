import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { createSend } from '../../lib/messages/create-send';
import { pageRuntime } from '../../lib/messages/page-runtime';
import { servePage } from '../../lib/messages/serve-page';
import { showToast } from '../../lib/toast/toast';

/** Put into a page once a pin of it was queued. A second time finds the first one there and leaves it be. */
export default defineUnlistedScript(() => {
  const world = globalThis as { tackToastIsHere?: boolean };
  if (world.tackToastIsHere) return;
  world.tackToastIsHere = true;

  const send = createSend((message) => pageRuntime().sendMessage(message));
  servePage({
    'page/toast': async ({ nonce, labels }) => {
      showToast(labels, {
        state: (held) => send('toast/state', { nonce, held }),
        undo: async () => void (await send('toast/undo', { nonce })),
        change: async () => void (await send('toast/board', { nonce })),
      });
      return null;
    },
  });
});
