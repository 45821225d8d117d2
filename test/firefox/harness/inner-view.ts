import type { BrowserElement, MenuPopup } from './chrome.ts';
import type { Marionette } from './marionette.ts';
import { type Key, View } from './view.ts';

export type Place = 'popup' | 'sidebar' | 'page';

/** What Tack shows in a page: its words, and the middle of each control in the page. */
export interface Drawn {
  text: string;
  controls: { name: string; x: number; y: number }[];
}

/** The popup, the sidebar or the page in front: driven from inside by scripts that Marionette puts into it. */
export class InnerView extends View {
  readonly #chrome: Marionette;
  readonly #place: Place;

  constructor(chrome: Marionette, place: Place) {
    super();
    this.#chrome = chrome;
    this.#place = place;
  }

  isOpen(): Promise<boolean> {
    return this.#chrome.run(isThere, this.#place);
  }

  override async run<Value, Arg = null>(
    work: (arg: Arg) => Value | Promise<Value>,
    arg: Arg,
  ): Promise<Value> {
    const expression = `Promise.resolve().then(() => (${work.toString()})(${JSON.stringify(arg)})).then(
      (value) => tackAnswer(JSON.stringify({ value: value ?? null })),
      (error) => tackAnswer(JSON.stringify({ error: String(error) })))`;
    const answer = await this.#inside(`
      const page = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      Cu.exportFunction(answer, page, { defineAs: 'tackAnswer' });
      Cu.evalInSandbox(${JSON.stringify(expression)}, page);`);
    const { value, error } = JSON.parse(answer) as { value: Value; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** What Tack shows in the page (lib/page-host.ts): its root is closed, and Firefox itself looks into it. Null where it is not. */
  async drawn(mark: string): Promise<Drawn | null> {
    const answer = await this.#inside(`
      const root = content.document.querySelector('[${mark}]')?.openOrClosedShadowRoot;
      const controls = [...(root?.querySelectorAll('a, button') ?? [])].map((control) => {
        const { x, y, width, height } = control.getBoundingClientRect();
        const name = control.getAttribute('aria-label') ?? control.textContent;
        return { name, x: x + width / 2, y: y + height / 2 };
      });
      const text = [...(root?.children ?? [])].filter((part) => part.localName !== 'style').map((part) => part.textContent);
      answer(JSON.stringify(root ? { text: text.join(' '), controls } : null));`);
    return JSON.parse(answer) as Drawn | null;
  }

  override async clickAt({ x, y }: { x: number; y: number }): Promise<void> {
    await this.#inside(`
      // ESR 140 has it there, ESR 153 in the window itself.
      const mouse = (type) => content.windowUtils.sendMouseEvent
        ? content.windowUtils.sendMouseEvent(type, ${x}, ${y}, 0, 1, 0)
        : content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, clickCount: 1, inputSource: 1 });
      mouse('mousemove');
      mouse('mousedown');
      answer('');
      mouse('mouseup');`);
  }

  override async type(text: string): Promise<void> {
    await this.#keys(Array.from(text, (key) => [key]));
  }

  override async press(key: Key): Promise<void> {
    await this.#keys([key.split('+')]);
  }

  /** Keys one after the other; those of a chord are held together. */
  async #keys(chords: readonly (readonly string[])[]): Promise<void> {
    await this.#inside(`
      content.focus();
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!keyboard.beginInputTransactionForTests(content, () => true)) throw new Error('no keyboard');
      for (const chord of ${JSON.stringify(chords)}) {
        // The browser's own controls know the space bar by its number.
        const codes = { ' ': { code: 'Space', keyCode: 32 } };
        const events = chord.map((key) => new content.KeyboardEvent('', { key, ...codes[key] }));
        for (const event of events) keyboard.keydown(event);
        for (const event of events.reverse()) keyboard.keyup(event);
      }
      answer('');`);
  }

  /** Runs a script beside the page, with Firefox's rights there; \`answer\` gives a text back. */
  #inside(script: string): Promise<string> {
    return this.#chrome.run(askInside, { place: this.#place, script });
  }
}

/** Finds what shows the place. Runs in Firefox's window, into which it is written by its name. */
function findBrowser(place: Place): BrowserElement | null | undefined {
  const { document, gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  if (place === 'page') return gBrowser.selectedBrowser;
  if (place === 'popup') {
    // Firefox loads a popup out of sight first and moves it then, which takes the keys from whatever has them.
    const seen = (browser: BrowserElement) =>
      ['open', 'hiding'].includes(browser.closest<MenuPopup>('panel')?.state ?? '');
    const popups = document.querySelectorAll<BrowserElement>('.webextension-popup-browser');
    return [...popups].find((browser) => seen(browser));
  }
  const sidebar = document.querySelector<HTMLIFrameElement>('#sidebar')?.contentDocument;
  return sidebar?.querySelector('#webext-panels-browser');
}
/** A function goes into Firefox's window as text, and takes along how a place is found there. */
const inWindow = <Asked, Value>(work: (asked: Asked) => Value): ((asked: Asked) => Value) =>
  Object.assign((asked: Asked) => work(asked), {
    toString: () => `(asked) => { ${findBrowser.toString()}; return (${work.toString()})(asked); }`,
  });

const isThere = inWindow((place: Place): boolean => Boolean(findBrowser(place)));

/** Runs a script beside the place's page, and gives what it answers. */
const askInside = inWindow(({ place, script }: { place: Place; script: string }) => {
  const browser = findBrowser(place);
  if (!browser) throw new Error(`There is no ${place}.`);
  const { messageManager } = browser;
  const name = `tack-${Math.random()}`;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const hear = ({ data }: { data: string }) => {
    if (data.startsWith('!')) reject(new Error(data));
    else resolve(data.slice(1));
  };
  messageManager.addMessageListener(name, hear);
  const late = setTimeout(() => reject(new Error(`The ${place} does not answer.`)), 5000);
  const whole = `{
    const send = (text) => { try { sendAsyncMessage(${JSON.stringify(name)}, text); } catch {} };
    const answer = (text) => send('=' + text);
    try { ${script} } catch (error) { send('!' + error); }
  }`;
  messageManager.loadFrameScript(
    `data:text/javascript;charset=utf-8,${encodeURIComponent(whole)}`,
    false,
  );
  return promise.finally(() => {
    clearTimeout(late);
    // The view may have closed itself, and its messages with it.
    try {
      messageManager.removeMessageListener(name, hear);
    } catch {}
  });
});
