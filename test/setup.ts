import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import messages from '../public/_locales/en/messages.json';

/** The English texts, filled in as the browser does: the fake browser has no languages of its own. */
function getMessage(key: string, substitutions: string | string[] = []): string {
  const text = (messages as Record<string, { message: string }>)[key]?.message ?? '';
  const values = [substitutions].flat();
  return text.replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? '');
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en-GB' });
});

// The test's document has none of its own, and is idle whenever a turn is over.
globalThis.requestIdleCallback ??= (run) =>
  Number(setTimeout(run, 0, { didTimeout: false, timeRemaining: () => 50 }));
globalThis.cancelIdleCallback ??= (asked) => clearTimeout(asked);
