import type { MessageKey } from '../i18n';

/**
 * The browser's own messaging, for the script in a page: it has to be small, and needs two functions of one API. Views
 * and background use `webextension-polyfill` for the whole of it.
 */
export interface PageRuntime {
  id: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: {
    addListener(
      listener: (
        message: unknown,
        sender: { id?: string },
        answer: (value: unknown) => void,
      ) => boolean,
    ): void;
  };
}

interface PageApi {
  runtime?: PageRuntime;
  i18n: { getMessage(key: MessageKey): string };
}

/** Firefox has `browser`, Chrome `chrome`; both give promises to those who send. */
function pageApi(): PageApi | undefined {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    PageApi | undefined
  >;
  // A page may have elements and frames of that name, and then they are variables: but never ones of the global's own.
  return Object.hasOwn(globalThis, 'browser') ? browser : chrome;
}

/** Gives the messaging of the extension, which every content script has. */
export function pageRuntime(): PageRuntime {
  return pageApi()?.runtime as PageRuntime;
}

/** Gives a text of the extension in the browser's language, for a script that is in a page unasked. */
export const pageText = (key: MessageKey): string => pageApi()?.i18n.getMessage(key) ?? '';
