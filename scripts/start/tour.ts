import { rm } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { startDisplay } from '../../test/e2e/harness/display.ts';
import { Person } from '../../test/e2e/harness/person.ts';
import { takeBothPictures, takePicture } from '../../test/e2e/harness/pictures.ts';
import { composerIn, consentIn, sidePanelIn, statsStripIn } from '../../test/e2e/harness/views.ts';
import { waitFor } from '../../test/e2e/harness/wait.ts';
import { root } from '../run.ts';
import type { Visit } from './visit.ts';

const BOARD = 'Kitchen ideas';

/** Says each step as a sentence with its time, and keeps its pictures in the order in which they were taken. */
class Diary {
  readonly folder = path.join(root, '.output/tour');
  readonly #signal: AbortSignal;
  #pictures = 0;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async step<Value>(sentence: string, take: () => Promise<Value>): Promise<Value> {
    this.#signal.throwIfAborted();
    const started = performance.now();
    try {
      const value = await take();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${seconds.padStart(5)} s  ${sentence}`);
      return value;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The tour ended at "${sentence}": ${reason}`, { cause: error });
    }
  }

  picture = (page: Page, name: string) => takePicture(page, this.folder, this.#numbered(name));
  pictures = (page: Page, name: string) =>
    takeBothPictures(page, this.folder, this.#numbered(name));

  #numbered(name: string) {
    this.#pictures += 1;
    return `${String(this.#pictures).padStart(2, '0')}-${name}`;
  }
}

interface Tour extends Visit {
  person: Person;
  diary: Diary;
}

async function connect({ person, diary }: Tour, page: Page) {
  const popup = await diary.step('The toolbar button opens Tack, signed out.', async () => {
    const view = await person.openPopup(page);
    await composerIn(view).connect.waitFor();
    await diary.pictures(view, 'signed-out');
    return view;
  });
  await diary.step(
    '"Connect Pinterest" opens the consent window; after "Allow" Tack is back, connected.',
    async () => {
      const consent = await person.askForConsent(popup);
      await consentIn(consent).allow.waitFor();
      await diary.picture(consent, 'consent');
      await person.allow(consent);
      await person.release(popup);
      const connected = await person.seeConnected();
      await diary.pictures(connected, 'connected');
      await person.closeView(connected);
    },
  );
}

async function compose({ person, diary }: Tour, page: Page) {
  const photo = page.locator('#hero');
  const sentence = person.hasMenus
    ? 'A right-click on the photo and "Pin this image" open the composer, filled in.'
    : 'The toolbar button opens the composer with the page’s largest photo, filled in.';
  return diary.step(sentence, async () => {
    const popup = person.hasMenus ? await person.pinFromMenu(photo) : await person.openPopup(page);
    const composer = composerIn(popup);
    await composer.board.waitFor();
    const title = await composer.title.inputValue();
    if (title === '') throw new Error('the title is empty');
    await diary.pictures(popup, 'composer');
    return popup;
  });
}

async function pin({ person, diary }: Tour, page: Page, popup: Page) {
  await diary.step('Three letters find the board; Enter chooses it, Enter pins.', async () => {
    await person.typeBoard(popup, BOARD.slice(0, 3));
    await diary.pictures(popup, 'board');
    await person.chooseAndPin(popup);
    await person.popupCloses(popup);
  });
  await diary.step(`The page says "Pinned to ${BOARD}".`, async () => {
    await person.toast.says(page, `Pinned to ${BOARD}`);
    await diary.picture(page, 'toast');
  });
}

const photoHash = async (url: string) => {
  const bytes = await (await fetch(url)).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

async function look({ person, diary, pinterest }: Tour, page: Page) {
  await diary.step('The pin is on the board, with the photo’s own bytes.', async () => {
    const made = await waitFor(() => pinterest.ledger.pins({ board: BOARD, seeded: false })[0], {
      for: `a new pin on ${BOARD}`,
    });
    const { sha256 } = await pinterest.ledger.pinImage(made.id);
    const photo = new URL('/photos/allium-oreophilum-1600.jpg', page.url()).href;
    const expected = await page.evaluate(photoHash, photo);
    if (sha256 !== expected) throw new Error(`the picture of pin ${made.id} is not ${photo}`);
    const site = await person.context.newPage();
    await site.goto(`${pinterest.siteUrl}/pin/${made.id}/`);
    await diary.picture(site, 'pin');
    await site.goto(pinterest.siteUrl);
    await diary.picture(site, 'boards');
    await site.close();
  });
}

async function seeNumbers({ person, diary, isForReadme }: Tour, page: Page) {
  await diary.step('The popup says how the pins of the last 30 days do.', async () => {
    const popup = await person.openPopup(page);
    await statsStripIn(popup).waitFor();
    await diary.pictures(popup, 'numbers');
    // With a pin behind it the popup knows which boards to suggest: this is the README's picture.
    if (isForReadme) await takeBothPictures(popup, path.join(root, 'docs/pictures'), 'popup');
    await person.closeView(popup);
  });
  await diary.step('The side panel shows how the account and its pins do.', async () => {
    const panel = await person.openSidePanel(page);
    await sidePanelIn(panel).stats.waitFor();
    await sidePanelIn(panel).content.getByRole('listitem').first().waitFor();
    await diary.pictures(panel, 'side-panel');
  });
  await diary.step('The settings and the welcome page are there.', async () => {
    for (const name of ['options', 'welcome']) {
      const view = await person.openExtensionPage(`${name}.html`);
      await view.getByRole('heading').first().waitFor();
      await diary.pictures(view, name);
      await view.close();
    }
  });
}

async function visitAll(tour: Tour) {
  const { person, diary, pinterest } = tour;
  const page = await diary.step('A browser with Tack opens a recipe.', async () => {
    const recipe = await person.visit(pinterest.pages.recipe);
    await diary.picture(recipe, 'page');
    return recipe;
  });
  await connect(tour, page);
  const popup = await compose(tour, page);
  await pin(tour, page, popup);
  await look(tour, page);
  await seeNumbers(tour, page);
}

/**
 * Goes the whole way from a page to a pin by hand-like input, on a display of its own where Xvfb is, else headless with
 * the toolbar button instead of the real menu. Leaves pictures in `.output/tour`, and where they are asked for the
 * README's in `docs/pictures`; throws where a step does not work.
 */
export async function takeTour(visit: Visit): Promise<void> {
  const diary = new Diary(visit.signal);
  await rm(diary.folder, { recursive: true, force: true });
  const display = await startDisplay();
  try {
    const person = await Person.arrive({ ...visit, display });
    try {
      await visitAll({ ...visit, person, diary });
      console.log('The tour is over; its pictures are in .output/tour.');
    } catch (error) {
      const last = person.context.pages().at(-1);
      if (last) await diary.picture(last, 'failed').catch(() => undefined);
      throw error;
    } finally {
      await person.leave();
    }
  } finally {
    await display?.close();
  }
}
