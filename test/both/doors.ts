/** What another extension asks of Tack, in the words of its own views, its documents and its scripts in pages. */
export const strangersAsks: readonly object[] = [
  { type: 'account/get', ask: {} },
  { type: 'account/disconnect', ask: { accountId: '1' } },
  { type: 'outbox/wake', ask: {} },
  { type: 'toast/state', ask: { nonce: 'x' } },
  { type: 'hover/pin', ask: {} },
  { to: 'offscreen', type: 'upload/start', jobId: 'x' },
];

/** Files of Tack that a page or another extension might ask for. */
export const ownFiles = ['popup.html', 'capture.js', 'icon/48.png', 'manifest.json'];

/** Runs in a page of Tack: tries to make code of text, and to reach a site that nobody granted; how each ended. */
export async function tryToRunText(address: string): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 0)); // what a debugger asks at once may make code of text
  const attempt = async (run: () => unknown) => {
    try {
      await run();
      return 'done';
    } catch {
      return 'refused';
    }
  };
  return Promise.all([
    // oxlint-disable-next-line no-eval -- it is to be refused
    attempt(() => globalThis.eval('1')),
    // oxlint-disable-next-line no-implied-eval -- as above
    attempt(() => new Function('return 1')()),
    attempt(() => fetch(address)),
    attempt(() => fetch(address, { mode: 'no-cors' })),
    attempt(() => fetch('data:text/plain,a')),
  ]);
}

/** What a page sees of an extension that it looks for, before the person has asked anything of it. */
export interface Traces {
  /** Of scripts' names for themselves. */
  globals: string[];
  elements: number;
  sheets: number;
  runtime: string;
  /** How each address of the extension was answered, in all the ways that a page can ask for one. */
  answers: string[];
}

/** Runs in a page: looks for an extension by what it may have left there, and by its files. */
export async function lookForTack(urls: readonly string[]): Promise<Traces> {
  const load = (make: () => HTMLElement) =>
    new Promise<string>((resolve) => {
      const element = make();
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('refused'));
      document.head.append(element);
    });
  const ask = async (url: string) => {
    const fetched = await fetch(url).then(String, (error: unknown) => String(error));
    const picture = await load(() => Object.assign(new Image(), { src: url }));
    const script = await load(() => Object.assign(document.createElement('script'), { src: url }));
    const sheet = await load(() =>
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }),
    );
    return [fetched, picture, script, sheet].join(' ').replaceAll(url, '');
  };
  const marked = (element: Element) =>
    [element.localName, ...[...element.attributes].map(({ name }) => name)].some((name) =>
      /^(?:data-)?tack/i.test(name),
    );
  const traces = {
    globals: Object.getOwnPropertyNames(globalThis).filter((name) => /^_*tack/i.test(name)),
    elements: [...document.querySelectorAll('*')].filter(marked).length,
    sheets: document.adoptedStyleSheets.length,
    runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
  };
  return { ...traces, answers: await Promise.all(urls.map(ask)) };
}
