import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { captureDocument } from '../../lib/capture/capture';
import { maxImageBytes } from '../../lib/media/limits';
import { readPageBytes } from '../../lib/media/page-bytes';
import { send } from '../../lib/messages/send';
import { servePage } from '../../lib/messages/serve-page';
import { showToast } from '../../lib/toast/toast';

const READ_TIMEOUT_MS = 20_000;

/** Put into a page at the person's gesture. A second time finds the first one there and leaves it be. */
export default defineUnlistedScript(() => {
  const world = globalThis as { tackIsHere?: boolean };
  if (world.tackIsHere) return;
  world.tackIsHere = true;

  servePage({
    'page/capture': async ({ srcUrl }) => captureDocument(document, srcUrl ? { srcUrl } : {}),
    'page/read-bytes': ({ url }) =>
      readPageBytes(url, { limit: maxImageBytes, signal: AbortSignal.timeout(READ_TIMEOUT_MS) }),
    'page/toast': async ({ nonce, labels }) => {
      showToast(labels, {
        state: () => send('toast/state', { nonce }),
        undo: async () => void (await send('toast/undo', { nonce })),
      });
      return null;
    },
  });
});
