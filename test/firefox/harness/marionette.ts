import { connect, type Socket } from 'node:net';

import { withTimeout } from '../../chaos/time.ts';

type Reply = [kind: 1, id: number, error: { message: string } | null, result: unknown];

const ANSWER_MS = 30_000;

/**
 * A connection to Marionette, Firefox's own remote control. It reaches the browser's window itself (toolbar, menus, popup),
 * which WebDriver BiDi does not in the Firefox that Tack begins with (docs/decisions/0018-firefox-driven.md).
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;
  #left: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (piece) => this.#take(piece));
    socket.on('error', () => undefined); // the browser may end first
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await withTimeout(
      new Promise((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('error', reject);
      }),
      ANSWER_MS,
    );
    return new Marionette(socket);
  }

  /** Runs a command. @throws Error with Firefox's own words */
  async command(name: string, params: object = {}): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const reply = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    const text = JSON.stringify([0, id, name, params]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await withTimeout(reply, ANSWER_MS).finally(() =>
      this.#waiting.delete(id),
    );
    if (error) throw new Error(`${name}: ${error.message}`);
    return result;
  }

  /**
   * Runs a function in the browser's own window, with its rights, and gives what it comes to. The function is sent as text:
   * it can use nothing but what stands in it.
   */
  async run<Value, Arg = null>(
    work: (arg: Arg) => Value | Promise<Value>,
    arg: Arg,
  ): Promise<Value> {
    const answer = (await this.command('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve(arguments[0]).then(${work.toString()}).then(
          (value) => done({ value: value ?? null }),
          (error) => done({ error: String(error) + ' ' + error.stack }));`,
      args: [arg],
      sandbox: 'system',
      scriptTimeout: ANSWER_MS,
    })) as { value: { value?: Value; error?: string } };
    const { value, error } = answer.value;
    if (error !== undefined) throw new Error(error);
    return value as Value;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    this.#left = Buffer.concat([this.#left, piece]);
    for (;;) {
      const colon = this.#left.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#left.subarray(0, colon).toString());
      if (this.#left.length < end) return;
      const message = JSON.parse(this.#left.subarray(colon + 1, end).toString()) as unknown;
      this.#left = this.#left.subarray(end);
      if (Array.isArray(message)) this.#waiting.get(message[1] as number)?.(message as Reply);
    }
  }
}
