import type { Page } from '@playwright/test';

import type { Person } from '../e2e/harness/person.ts';
import { withTimeout } from './time.ts';

/** An answer as it crosses contexts; the product's own shape is not used, or both would agree on the same mistake. */
type Wire = { ok: true; value: unknown } | { ok: false; error: { code: string; data?: unknown } };

/** What a job's row says, as far as the verdict needs it. */
export interface JobRow {
  id: string;
  accountId: string;
  stage: { name: string; pinId?: string | null; twinIds?: string[] };
  undo: boolean;
  pause: { kind: 'waiting' | 'held'; because: { code: string } } | null;
}

/** Thrown where Tack answered that it can't; `code` is its own. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** What Tack's own pages have; the functions below run there. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void };
  tabs: { query(filter: object): Promise<{ index: number; id: number }[]> };
};

/** Closes a view; one whose renderer was just killed may never say that it is closed. */
export const closeInTime = (view: Page): Promise<void> =>
  withTimeout(view.close(), CLOSE_MS).catch(() => undefined);

const CLOSE_MS = 5000;
const ANSWER_MS = 15_000;
const BEGIN_MS = 40_000;

/** After so many answers that did not come Tack is restarted. */
const RESTART_AFTER = 3;

/** What is needed to see to what is queued. */
export type Hands = Pick<Driver, 'ask' | 'jobs'>;

/** Hands that ask Tack what its views would ask, from a page of its own, and come back whatever happens to it. */
export class Driver {
  readonly person: Person;
  readonly #pageUrl: string;
  #view: Page | null = null;
  /** How often Tack had to be restarted by its person. */
  restarts = 0;
  /** Why nothing ran in a view the last time. */
  #lost: unknown;
  #away: Promise<unknown> = Promise.resolve();
  /** Their browser's being started again, where it ended by itself. */
  #coming: Promise<void> | null = null;

  constructor(person: Person, pageUrl: string) {
    this.person = person;
    this.#pageUrl = pageUrl;
  }

  /** Opens the page that is pinned from, lets Tack into it by the toolbar button, and opens a view to ask from. */
  begin(): Promise<void> {
    return withTimeout(this.#begin(), BEGIN_MS);
  }

  async #begin(): Promise<void> {
    await this.#away;
    // Chromium itself may end: it does now and then where an extension is loaded again under a debugger.
    if (!this.person.context.browser()?.isConnected()) {
      this.#coming ??= this.person.comeBack().finally(() => (this.#coming = null));
      await this.#coming;
    }
    const site = await this.person.visit(this.#pageUrl);
    const popup = await this.person.openPopup(site);
    await this.person.closeView(popup);
    this.#view = await this.person.openExtensionPage('options.html');
  }

  /** Does something after which no view is there any more; whoever asks meanwhile waits for it. */
  async lose(how: () => Promise<unknown>): Promise<void> {
    const lost = async () => {
      await this.#coming?.catch(() => undefined); // a profile is one browser’s at a time
      await how();
    };
    this.#away = lost().finally(() => (this.#view = null));
    await this.#away;
  }

  get view(): Page | null {
    return this.#view;
  }

  /** Asks until there is an answer. @throws Refused with what Tack said */
  async ask<Answer>(type: string, ask: object): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const wire = await this.#once<Wire | undefined>(
        (message) => chrome.runtime.sendMessage(message) as Promise<Wire | undefined>,
        { type, ask },
      );
      if (wire?.ok) return wire.value as Answer;
      if (wire) throw new Refused(wire.error.code);
      if (tries % RESTART_AFTER === RESTART_AFTER - 1) await this.#restart();
      if (tries === 20) throw new Error(`Nobody answers ${type}.`, { cause: this.#lost });
    }
  }

  /**
   * Does what the button of "Tack's background does not answer" does. Chromium may lose an extension's worker where it is
   * loaded again just as its renderer ends, or keep one that is told nothing any more: no view can mend that, a restart does.
   */
  async #restart(): Promise<void> {
    this.restarts += 1;
    await this.begin().catch(() => undefined); // the view that was asked in is closed
    await this.lose(() => reload(this));
  }

  /**
   * Puts the clock of all that runs of Tack off by so many ms. What begins later has the right time: a clock of the whole
   * machine is not the test's to move, so a worker that is stopped sees a second jump, back.
   */
  async setClock(offsetMs: number): Promise<void> {
    const { context } = this.person;
    const shifting = [
      ...context.serviceWorkers().map((worker) => worker.evaluate(shiftClock, offsetMs)),
      ...(this.#view ? [this.#view.evaluate(shiftClock, offsetMs)] : []),
    ];
    // What ends meanwhile has no clock.
    await Promise.allSettled(shifting.map((each) => withTimeout(each, 2000)));
  }

  /** Writes a file where a view writes what the person brings along, and gives the address that stands for it. */
  async stage(bytes: Buffer): Promise<string> {
    for (let tries = 0; tries < 20; tries += 1) {
      const id = await this.#once(writeStaged, bytes.toString('base64'));
      if (id) return `staged:${id}`;
    }
    throw new Error('There is no view that takes a file.');
  }

  /** The number of the tab that is pinned from: the first one. */
  async tabId(): Promise<number> {
    const id = await this.#once(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.toSorted((one, other) => one.index - other.index)[0]?.id;
    }, null);
    return id ?? -1;
  }

  /** Reads the jobs as they are written. */
  async jobs(): Promise<JobRow[]> {
    const rows = await this.#once(readJobRows, null);
    return (rows ?? []) as JobRow[];
  }

  /** Runs a function in a view of Tack; undefined where the view was lost meanwhile. */
  async #once<Value, Arg = unknown>(
    run: (arg: Arg) => Value | Promise<Value>,
    arg: Arg,
  ): Promise<Value | undefined> {
    await this.#away;
    try {
      if (!this.#view || this.#view.isClosed()) await this.begin();
      return await withTimeout(this.#view!.evaluate(run as never, arg), ANSWER_MS);
    } catch (error) {
      this.#lost = error;
      const view = this.#view;
      this.#view = null;
      if (view) await closeInTime(view);
      return undefined;
    }
  }
}

/** As an update does, and as the person's restart: the worker and all views end, and begin anew. */
export async function reload({ view }: Pick<Driver, 'view'>): Promise<void> {
  if (!view || view.isClosed()) return;
  const closed = view.waitForEvent('close', { timeout: 5000 }).catch(() => undefined);
  await view.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await closed;
}

/** Runs in a view. */
export function readJobRows(): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tack-jobs');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const [name] = database.objectStoreNames;
      if (!name) return resolve([]);
      const reading = database.transaction(name).objectStore(name).getAll();
      reading.addEventListener('success', () => {
        database.close();
        resolve(reading.result);
      });
    });
  });
}

/** Runs in a view. Throws where the disk is full. */
export async function writeStaged(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('staged', { create: true });
  const id = crypto.randomUUID();
  const file = await folder.getFileHandle(id, { create: true });
  const writable = await file.createWritable();
  await writable.write(bytes);
  await writable.close();
  return id;
}

/** Runs in whatever has a clock. */
function shiftClock(offsetMs: number): void {
  const scope = globalThis as { RightDate?: typeof Date };
  const RightDate = (scope.RightDate ??= Date);
  globalThis.Date = class extends RightDate {
    constructor(...given: []) {
      super(...(given.length > 0 ? given : ([RightDate.now() + offsetMs] as unknown as [])));
    }

    static override now(): number {
      return RightDate.now() + offsetMs;
    }
  } as typeof Date;
}
