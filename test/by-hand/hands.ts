import { waitFor } from '../e2e/harness/wait.ts';
import { type Control, findControl, type Found } from '../firefox/harness/find.ts';
import type { Key } from '../firefox/harness/view.ts';

/** A view of Tack in any browser: what it shows is read in its page, and keys are pressed in it. */
export interface Keyboard {
  /** Runs a function in the page and gives what it comes to; both cross as JSON. */
  run<Value, Arg>(work: (arg: Arg) => Value, arg: Arg): Promise<Value>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Gives files to the field of that label; not in what belongs to Firefox's own window. */
  files(label: string, paths: readonly string[]): Promise<void>;
  /** What axe has against the view, one line for each. */
  faults(): Promise<string[]>;
}

/** More controls than any view has. */
const MOST_STEPS = 150;

/** More options and rows than a flow goes past. */
const MOST_ROWS = 40;

const control = (role: Control['role'], name: string): Control => ({ role, name });

/** What a person without a mouse does in a view: everything is found by the name that is read out, and reached by keys. */
export class Hands {
  readonly #view: Keyboard;

  constructor(view: Keyboard) {
    this.#view = view;
  }

  /** Waits until a control is there; `name` is whole, or a pattern between slashes. */
  see(role: Control['role'], name: string): Promise<Found> {
    return waitFor(async () => (await this.#find(control(role, name))) ?? undefined, {
      for: `the ${role} ${name}`,
    }).catch(async (error: Error) => {
      throw new Error(`${error.message} It shows: ${await this.#text()}`, { cause: error });
    });
  }

  /** Waits until a control is not there any more. */
  async gone(role: Control['role'], name: string): Promise<void> {
    const isGone = async () => ((await this.#find(control(role, name))) ? undefined : true);
    await waitFor(isGone, { for: `the ${role} ${name} to go` });
  }

  /** Waits until words are to be read. */
  async says(words: string): Promise<void> {
    await waitFor(async () => (await this.#text()).includes(words) || undefined, {
      for: `“${words}”`,
    }).catch(async (error: Error) => {
      throw new Error(`${error.message} It shows: ${await this.#text()}`, { cause: error });
    });
  }

  /** Goes to a control by Tab, and by arrows to the row that it is in. Throws where that does not lead there. */
  async reach(role: Control['role'], name: string): Promise<void> {
    await this.see(role, name);
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const found = await this.see(role, name); // it may be drawn anew meanwhile
      if (found.way === '') return;
      await this.#view.press(found.way);
    }
    throw new Error(`No key leads to the ${role} ${name}.`);
  }

  /** Goes to a control by Tab, and presses a key on it. */
  async press(role: Control['role'], name: string, key: Key = 'Enter'): Promise<void> {
    await this.reach(role, name);
    await this.#view.press(key);
  }

  /** Presses Enter on a control where it comes up within some seconds: a question that is asked once. */
  async pressIfThere(role: Control['role'], name: string): Promise<void> {
    const look = async () => (await this.#find(control(role, name))) ?? undefined;
    const found = await waitFor(look, { for: name, timeoutMs: 6000 }).catch(() => null);
    if (found) await this.press(role, name).catch(() => undefined); // the view may be closing
  }

  /** Presses a key where the focus is. */
  key(key: Key): Promise<void> {
    return this.#view.press(key);
  }

  /** Types into a field in place of what stands there. */
  async write(role: 'searchbox' | 'textbox', name: string, text: string): Promise<void> {
    await this.press(role, name, 'Control+a');
    await this.#view.press('Backspace');
    if (text !== '') await this.#view.type(text);
  }

  /** Puts a value into a field whose parts are the browser's own, such as one for a day. It is known by its label. */
  async fill(label: string, value: string): Promise<void> {
    await waitFor(() => this.#view.run(fillIn, { label, value }).catch(() => undefined), {
      for: `the field ${label}`,
    });
  }

  /** Gives files to the field of that label. */
  files(label: string, paths: readonly string[]): Promise<void> {
    return this.#view.files(label, paths);
  }

  /** What a function in the page comes to. */
  tells<Value>(work: () => Value): Promise<Value> {
    return this.#view.run(work, null);
  }

  /** Types where the focus is. */
  type(text: string): Promise<void> {
    return this.#view.type(text);
  }

  /** Types into a combobox, goes down to an option and presses a key on it. */
  async choose(name: string, typed: string, option: string, key: Key = 'Enter'): Promise<void> {
    await this.reach('combobox', name);
    await this.#view.type(typed);
    await this.option(option, key);
  }

  /** Goes down a combobox's open list to an option, which may still be coming, and presses a key on it. */
  async option(option: string, key: Key = 'Enter'): Promise<void> {
    await this.see('option', '/./');
    const goOn = async () => {
      if (fits(option, await this.#view.run(readActive, null))) return true;
      // Those further down come as the end is near.
      await this.#view.press('ArrowDown');
      return undefined;
    };
    await waitFor(goOn, { for: `arrows to lead to the option ${option}` });
    await this.#view.press(key);
  }

  /** Goes along options that stand side by side, to one of a name. */
  async goAlong(name: RegExp): Promise<void> {
    await this.press('option', '/./', 'Home');
    for (let step = 0; step < MOST_ROWS; step += 1) {
      if (name.test(await this.tells(() => document.activeElement?.ariaLabel ?? ''))) return;
      await this.#view.press('ArrowRight');
    }
    throw new Error(`No arrow leads to ${String(name)}.`);
  }

  /** Takes an entry of a list that shows one of them, by the arrows. */
  async take(name: string, entry: string): Promise<void> {
    await this.press('combobox', name, 'Home');
    const taken = () =>
      (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text ?? '';
    for (let step = 0; step < MOST_ROWS; step += 1) {
      if ((await this.tells(taken)) === entry) return;
      await this.#view.press('ArrowDown');
    }
    throw new Error(`Arrows do not lead to the entry ${entry} of ${name}.`);
  }

  /** Goes to the row of a list in which something stands, by Tab and arrows, and presses a key on it. */
  async row(words: string, key: Key = 'Enter'): Promise<void> {
    await this.press('row', '/./', 'Home');
    for (let step = 0; step < MOST_ROWS; step += 1) {
      const row = await this.#view.run(() => document.activeElement?.textContent ?? '', null);
      if (row.includes(words)) return this.#view.press(key);
      await this.#view.press('ArrowDown');
    }
    throw new Error(`Arrows do not lead to the row of ${words}.`);
  }

  /** What axe has against the view. */
  faults(): Promise<string[]> {
    return this.#view.faults();
  }

  /** A view that is just being made, or is about to close, has nobody who answers. */
  #find(wanted: Control): Promise<Found | null> {
    return this.#view.run(findControl, wanted).catch(() => null);
  }

  #text(): Promise<string> {
    const read = () => document.body.innerText.replaceAll(/\s+/g, ' ');
    return this.#view.run(read, null).catch(() => '');
  }
}

const fits = (name: string, found: string): boolean =>
  name.startsWith('/') ? new RegExp(name.slice(1, -1), 'i').test(found) : name === found;

/** The name of the option that the keys are on. Runs in the page. */
function readActive(): string {
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.getAttribute('aria-label') ?? '';
}

/** True once the value is in. Runs in the page. */
function fillIn({ label, value }: { label: string; value: string }): true | undefined {
  const field = [...document.querySelectorAll('input')].find(({ labels }) =>
    [...(labels ?? [])].some(({ textContent }) => textContent.trim() === label),
  );
  if (!field) return undefined;
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  own?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
