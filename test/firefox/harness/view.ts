import { waitFor } from '../../e2e/harness/wait.ts';
import { type Control, findControl, type Found } from './find.ts';

/** Keys that have a name and no letter. */
export type Key =
  | 'Enter'
  | 'Escape'
  | 'Tab'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'Backspace'
  | 'Delete'
  | 'End'
  | 'F2'
  | 'Home'
  | ' '
  | 'Alt+PageDown'
  | 'Alt+PageUp'
  | 'Control+a'
  | 'Shift+ArrowLeft'
  | 'Shift+Tab';

/** Whatever shows a page: a tab, the popup or the sidebar. */
export abstract class View {
  /** Runs a function in the page and gives what it comes to; both cross as JSON. */
  abstract run<Value, Arg = null>(
    work: (arg: Arg) => Value | Promise<Value>,
    arg: Arg,
  ): Promise<Value>;

  abstract clickAt(place: { x: number; y: number }): Promise<void>;

  abstract type(text: string): Promise<void>;

  abstract press(key: Key): Promise<void>;

  /** Gives files to the field of that label. Only a tab takes them: no protocol reaches into Firefox's own window. */
  setFiles(label: string, _paths: readonly string[]): Promise<void> {
    return Promise.reject(new Error(`Only a tab takes files for ${label}.`));
  }

  /** Gives a control once it is shown and stands still. */
  see(control: Control, timeoutMs = 20_000): Promise<Found> {
    let before = '';
    return waitFor(
      async () => {
        // A view that is just being made, or comes again, has nobody who answers.
        const found = await this.run(findControl, control).catch(() => null);
        const place = found ? `${found.x} ${found.y}` : '';
        const isStill = place === before;
        before = place;
        return found && isStill ? found : undefined;
      },
      { for: `the ${control.role} ${control.name}`, timeoutMs },
    ).catch(async (error: Error) => {
      const shown = await this.text().catch((cause: unknown) => `nothing (${String(cause)})`);
      throw new Error(`${error.message} It shows: ${shown}`, { cause: error });
    });
  }

  /** Clicks a control with the mouse, once it is shown. */
  async click(control: Control): Promise<void> {
    await this.clickAt(await this.see(control));
  }

  has(control: Control): Promise<boolean> {
    return this.run(findControl, control).then(
      (found) => found !== null,
      () => false,
    );
  }

  /** All that is to be read. */
  text(): Promise<string> {
    return this.run(
      () => ((document.body as HTMLElement | null)?.innerText ?? '').replaceAll(/\s+/g, ' '),
      null,
    );
  }

  /** Waits for words. */
  async says(words: string, timeoutMs = 30_000): Promise<void> {
    let last = '';
    await waitFor(
      async () => {
        last = await this.text().catch(() => last);
        return last.includes(words) || undefined;
      },
      { for: `"${words}"`, timeoutMs },
    ).catch((error: Error) => {
      throw new Error(`${error.message} It shows: ${last}`, { cause: error });
    });
  }
}
