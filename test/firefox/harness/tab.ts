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
