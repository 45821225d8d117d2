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

/** Firefox has `browser`, Chrome `chrome`; both give promises to those who send. */
export function pageRuntime(): PageRuntime {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime?: PageRuntime } | undefined
  >;
  // A page may have an element of that name, and then it is a variable.
  const runtime = browser?.runtime?.id ? browser.runtime : chrome?.runtime;
  if (!runtime) throw new Error('This is no content script.');
  return runtime;
}
