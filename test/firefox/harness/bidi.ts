import { withTimeout } from '../../chaos/time.ts';

interface Answer {
  id?: number;
  type: 'success' | 'error' | 'event';
  result: Record<string, unknown>;
  error?: string;
  message?: string;
}

const ANSWER_MS = 30_000;

/** A WebDriver BiDi connection, which Firefox speaks itself: no driver stands between. */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.#waiting.get(answer.id ?? -1)?.(answer);
    });
  }

  /** Connects to the address that Firefox names. */
  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    const opened = new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${url}.`)));
    });
    await withTimeout(opened, ANSWER_MS);
    return new Bidi(socket);
  }

  /** Runs a command of WebDriver BiDi. @throws Error with Firefox's own words */
  async command(method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await withTimeout(answer, ANSWER_MS).finally(() =>
      this.#waiting.delete(id),
    );
    if (type === 'error') throw new Error(`${method}: ${error} ${message}`);
    return result;
  }

  close(): void {
    this.#socket.close();
  }
}
