import type { Readable } from 'node:stream';

/** More than any test says. */
const MOST = 4_000_000;

/** What the pages and backgrounds of a Firefox write into their consoles: it prints them where it is told to (`devtools.console.stdout.content`). */
export class ConsoleLog {
  #text = '';

  constructor(output: Readable) {
    output.setEncoding('utf8');
    output.on('data', (piece: string) => {
      this.#text = (this.#text + piece).slice(-MOST);
    });
  }

  /** All of it so far. */
  text(): string {
    return this.#text;
  }
}
