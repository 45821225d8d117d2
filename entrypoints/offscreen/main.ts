import { browser } from 'wxt/browser';

import { tellingPlaces } from '../../lib/boards/telling';
import { keepStagedVideo } from '../../lib/drafts/keep-video';
import { keptConverter } from '../../lib/media/keep-converted';
import { isOffscreenAsk, type OffscreenAsk } from '../../lib/messages/offscreen-protocol';
import { send } from '../../lib/messages/send';
import { isOurWorker, type MessageSender } from '../../lib/messages/sender';
import { pack } from '../../lib/messages/wire';
import { beginUpload } from '../../lib/outbox/upload-job';

function answer(ask: OffscreenAsk): Promise<unknown> {
  switch (ask.type) {
    case 'media/convert':
      return keptConverter(ask.task);
    case 'video/keep':
      return keepStagedVideo(ask.id, ask.url);
    case 'board/likely':
      return tellingPlaces(ask.draftId);
    case 'upload/start':
      // The one message of an upload: each wakes the worker, so its progress goes another way.
      return beginUpload(ask.jobId, () => void send('outbox/wake', {}).catch(() => undefined)).then(
        () => null,
      );
  }
}

browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
  // A script in a page has the extension's id as well, and may have been taken over by its page.
  if (!isOffscreenAsk(message) || !isOurWorker(sender)) return undefined;
  return pack(() => answer(message));
});
