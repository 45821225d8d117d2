import { browser } from 'wxt/browser';

import { keepStagedVideo } from '../../lib/drafts/keep-video';
import { keptConverter } from '../../lib/media/keep-converted';
import type { OffscreenAsk } from '../../lib/messages/offscreen-protocol';
import { send } from '../../lib/messages/send';
import { pack } from '../../lib/messages/wire';
import { beginUpload } from '../../lib/outbox/upload-job';

function isForUs(message: unknown): message is OffscreenAsk {
  return (
    typeof message === 'object' && message !== null && (message as OffscreenAsk).to === 'offscreen'
  );
}

function answer(ask: OffscreenAsk): Promise<unknown> {
  switch (ask.type) {
    case 'media/convert':
      return keptConverter(ask.task);
    case 'video/keep':
      return keepStagedVideo(ask.id, ask.url);
    case 'upload/start':
      // The one message of an upload: each wakes the worker, so its progress goes another way.
      return beginUpload(ask.jobId, () => void send('outbox/wake', {}).catch(() => undefined)).then(
        () => null,
      );
  }
}

browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string }) => {
  if (!isForUs(message) || sender.id !== browser.runtime.id) return undefined;
  return pack(() => answer(message));
});
