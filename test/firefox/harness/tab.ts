import { waitFor } from '../../e2e/harness/wait.ts';
import type { Bidi } from './bidi.ts';
import { type Key, View } from './view.ts';

/** WebDriver's own numbers for keys. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Delete: '\uE017',
  End: '\uE010',
  F2: '\uE032',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Alt: '\uE00A',
  Control: '\uE009',
  Shift: '\uE008',
  ' ': ' ',
};

/** A page in a tab or a window, driven by WebDriver BiDi. */
export class Tab extends View {
  readonly #bidi: Bidi;
  readonly context: string;

  constructor(bidi: Bidi, context: string) {
    super();
    this.#bidi = bidi;
    this.context = context;
  }

  /** Brings it to the front. */
  async show(): Promise<void> {
    await this.#bidi.command('browsingContext.activate', { context: this.context });
  }

  /** Goes to an address of the web. */
  async goto(url: string): Promise<void> {
    const { context } = this;
    await this.show();
    await this.#bidi.command('browsingContext.navigate', { context, url, wait: 'complete' });
  }

  /** Makes its page so many pixels large. */
  async resize(viewport: { width: number; height: number }): Promise<void> {
    await this.#bidi.command('browsingContext.setViewport', { context: this.context, viewport });
  }

  /** Begins to go to an address, and waits for nothing. */
  async go(url: string): Promise<void> {
    const { context } = this;
    await this.#bidi.command('browsingContext.navigate', { context, url, wait: 'none' });
  }

  override async run<Value, Arg = null>(
    work: (arg: Arg) => Value | Promise<Value>,
    arg: Arg,
  ): Promise<Value> {
    return this.evaluate<Value>(`(${work.toString()})(${JSON.stringify(arg)})`);
  }

  /** Runs an expression in the page, and gives what it comes to as JSON has it. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = (await this.#bidi.command('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.context },
      awaitPromise: true,
    })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (answer.type !== 'success' || !answer.result)
      throw new Error(answer.exceptionDetails?.text ?? 'The page ran nothing.');
    return JSON.parse(answer.result.value) as Value;
  }

  override clickAt(place: { x: number; y: number }): Promise<void> {
    return this.#pointer(place, 0);
  }

  /** Puts the pointer somewhere, as a hand does it: not in one leap. */
  async pointAt({ x, y }: { x: number; y: number }): Promise<void> {
    const steps = [40, 20, 0].map((by) => ({
      type: 'pointerMove',
      x: Math.round(x + by),
      y: Math.round(y + by),
      duration: 60,
    }));
    await this.#act({ type: 'pointer', id: 'mouse', actions: steps });
  }

  /** Clicks with the right button. */
  rightClickAt(place: { x: number; y: number }): Promise<void> {
    return this.#pointer(place, 2);
  }

  override async type(text: string): Promise<void> {
    await this.#keys(Array.from(text));
  }

  override async press(key: Key): Promise<void> {
    const held = key.split('+').map((part) => keys[part] ?? part);
    const actions = [
      ...held.map((value) => ({ type: 'keyDown', value })),
      ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  override async setFiles(label: string, paths: readonly string[]): Promise<void> {
    const find = (wanted: string) => {
      const named = [...document.querySelectorAll<HTMLInputElement>('input[type="file"]')];
      const at = named.findIndex(
        (field) =>
          field.ariaLabel === wanted ||
          [...(field.labels ?? [])].some((each) => each.textContent.includes(wanted)),
      );
      const field = named[at];
      if (!field) return undefined;
      // A person clicks first, which no protocol does for them; the browser's own window stays away.
      field.addEventListener('click', (event) => event.preventDefault(), { once: true });
      field.click();
      return { at };
    };
    const { at } = await waitFor(() => this.run(find, label).then((found) => found ?? undefined), {
      for: `the field ${label}`,
    });
    const { context } = this;
    const locator = { type: 'css', value: 'input[type="file"]' };
    const { nodes } = (await this.#bidi.command('browsingContext.locateNodes', {
      context,
      locator,
    })) as { nodes: { sharedId: string }[] };
    const element = { sharedId: nodes[at]?.sharedId };
    await this.#bidi.command('input.setFiles', { context, element, files: paths });
  }

  async close(): Promise<void> {
    await this.#bidi.command('browsingContext.close', { context: this.context });
  }

  async #pointer({ x, y }: { x: number; y: number }, button: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ];
    await this.#act({ type: 'pointer', id: 'mouse', actions });
  }

  async #keys(values: readonly string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async #act(source: object): Promise<void> {
    const { context } = this;
    await this.#bidi.command('input.performActions', { context, actions: [source] });
  }
}
