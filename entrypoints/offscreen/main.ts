import { browser } from 'wxt/browser';

import { keptConverter } from '../../lib/media/keep-converted';
import type { ConvertAsk } from '../../lib/messages/offscreen-protocol';
import { pack } from '../../lib/messages/wire';

function isForUs(message: unknown): message is ConvertAsk {
  return (
    typeof message === 'object' && message !== null && (message as ConvertAsk).to === 'offscreen'
  );
}

browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string }) => {
  if (!isForUs(message) || sender.id !== browser.runtime.id) return undefined;
  return pack(() => keptConverter(message.task));
});
