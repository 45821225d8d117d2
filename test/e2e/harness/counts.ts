import type { Page } from '@playwright/test';

/** What a view asked of the browser since its document began: names of storage keys and of messages, in their order. */
export interface Asked {
  reads: string[];
  messages: string[];
}

type Call = (...args: unknown[]) => unknown;
interface Counted {
  asked: Asked;
  chrome: {
    runtime: { sendMessage: Call };
    storage: Record<'local' | 'session', { get: Call }>;
  };
}

/** Counts what each document asks for that is opened in this page from now on. */
export async function countWhatIsAsked(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all = globalThis as unknown as Counted;
    all.asked = { reads: [], messages: [] };
    const { runtime, storage } = all.chrome;
    const told = (call: Call, note: (first: unknown) => void): Call =>
      function (...args) {
        note(args[0]);
        return call(...args);
      };
    for (const area of ['local', 'session'] as const) {
      const get = storage[area].get.bind(storage[area]);
      storage[area].get = told(get, (keys) => {
        for (const key of [keys].flat()) all.asked.reads.push(`${area}:${String(key)}`);
      });
    }
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = told(send, (message) =>
      all.asked.messages.push((message as { type: string }).type),
    );
  });
}

/** What was asked so far by the document that the page shows. */
export const whatWasAsked = (page: Page): Promise<Asked> =>
  page.evaluate(() => (globalThis as unknown as Counted).asked);
