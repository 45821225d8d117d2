import type { BrowserContext, Locator, Page } from '@playwright/test';

import {
  EXTENSION_ID,
  type ExtensionBrowser,
  launchBrowser,
  type LaunchOptions,
} from './browser.ts';
import { chooseFromMenu, type MenuKind } from './menu.ts';
import type { View, ViewName } from './popup.ts';
import { findView, isViewOpen, noneIsLeft, openPopup, viewClosed } from './popup.ts';
import { clickInToast, hasToast, pressInToast, waitForToast } from './toast.ts';
import { composerIn, consentIn } from './views.ts';
import { waitFor } from './wait.ts';
import { isWorkerRunning, stopWorker } from './worker.ts';

const isOauth = (page: Page) => new URL(page.url()).pathname.startsWith('/oauth');

/** Clicks a button that ends the consent window, and waits until that is gone. */
async function answer(consent: Page, button: Locator): Promise<void> {
  const closed = consent.waitForEvent('close');
  // The window may be gone before the click has returned.
  await button.click().catch(() => undefined);
  await closed;
}

/**
 * A person at a browser with Tack: what they do with mouse and keyboard, and what befalls their browser. The tests and
 * the tour are written with this, so both do what a person does.
 */
export class Person {
  #browser: ExtensionBrowser;
  readonly #options: LaunchOptions;
  readonly #views = new Map<Page, View>();

  private constructor(browser: ExtensionBrowser, options: LaunchOptions) {
    this.#browser = browser;
    this.#options = options;
  }

  /** Starts their browser with a new profile, and closes the welcome page, which else would come to the front later. */
  static async arrive(options: LaunchOptions): Promise<Person> {
    const person = new Person(await launchBrowser(options), options);
    const welcome = await person.seeWelcome().catch(() => undefined);
    await welcome?.close();
    return person;
  }

  /** Starts their browser with a profile that has been used before. */
  static async return(options: LaunchOptions): Promise<Person> {
    return new Person(await launchBrowser(options), options);
  }

  /** Gives the welcome page, which Tack opens once it is installed. */
  seeWelcome(): Promise<Page> {
    return waitFor(
      () => this.context.pages().find((page) => page.url().endsWith('/welcome.html')),
      {
        for: 'the welcome page',
        timeoutMs: 20_000,
      },
    );
  }

  get browser(): ExtensionBrowser {
    return this.#browser;
  }

  get context(): BrowserContext {
    return this.#browser.context;
  }

  /** Whether they can open real menus; without a display only the toolbar button is there. */
  get hasMenus(): boolean {
    return this.#browser.display !== undefined;
  }

  /** Goes to an address in the first tab. */
  async visit(url: string): Promise<Page> {
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    await page.bringToFront();
    await page.goto(url);
    return page;
  }

  /** Opens a page of the extension in a tab of its own, e.g. `options.html`. */
  async openExtensionPage(name: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${EXTENSION_ID}/${name}`);
    return page;
  }

  /** Clicks the toolbar button over a page and gives the popup. */
  async openPopup(page: Page): Promise<Page> {
    return this.#keep(await openPopup(this.#browser, page));
  }

  /** Gives a popup or side panel that is open or about to be. */
  async see(name: ViewName): Promise<Page> {
    return this.#keep(
      await waitFor(
        // The one that is found may be about to close.
        () => findView(this.#browser, name, 2000).catch(() => undefined),
        { for: `${name} to be there`, timeoutMs: 30_000 },
      ),
    );
  }

  /** Right-clicks a picture (or opens its menu by keys), chooses "Pin this image" and gives the popup that opens. */
  async pinFromMenu(at: Locator, menu: MenuKind = 'picture', byKeys = false): Promise<Page> {
    await chooseFromMenu(this.#browser, at, {
      menu,
      byKeys,
      until: () => isViewOpen(this.#browser, 'popup.html'),
    });
    return this.see('popup.html');
  }

  /** Opens the side panel beside a page with the popup's button; gives the panel. */
  async openSidePanel(page: Page): Promise<Page> {
    const popup = await this.openPopup(page);
    await composerIn(popup).openPanel.click();
    const panel = await this.see('sidepanel.html');
    await this.closeView(popup);
    return panel;
  }

  /** Closes a popup or side panel, and waits until it is gone: the next click would meet the old one. */
  async closeView(page: Page): Promise<void> {
    const view = this.#views.get(page);
    await page.close().catch(() => undefined);
    await this.release(page);
    if (view) await noneIsLeft(this.#browser, view.name);
  }

  /** Lets go of a view that has closed itself. */
  async release(view: Page): Promise<void> {
    await this.#views.get(view)?.release();
    this.#views.delete(view);
  }

  /** Waits until the popup has closed itself. */
  async popupCloses(popup: Page): Promise<void> {
    await viewClosed(this.#browser, 'popup.html');
    await this.release(popup);
  }

  /** Clicks Connect in a signed-out view and gives Pinterest's consent window. The popup closes when that opens. */
  async askForConsent(view: Page): Promise<Page> {
    const opened = waitFor(() => this.context.pages().find(isOauth), { for: 'the consent window' });
    // The view may be gone before the click has returned.
    const click = composerIn(view)
      .connect.click()
      .catch((error: Error) => error);
    const consent = await opened.catch(async (error: Error) => {
      const cause = await Promise.race([click, Promise.resolve(undefined)]);
      throw new Error(error.message, { cause });
    });
    await consent.waitForLoadState();
    return consent;
  }

  /** Clicks Allow in the consent window and waits until it is gone. */
  allow(consent: Page): Promise<void> {
    return answer(consent, consentIn(consent).allow);
  }

  /** Clicks Deny in the consent window and waits until it is gone. */
  deny(consent: Page): Promise<void> {
    return answer(consent, consentIn(consent).deny);
  }

  /** Connects the account over a page: the popup, Connect, Allow. Gives the popup, which comes back connected. */
  async connect(page: Page): Promise<Page> {
    const popup = await this.openPopup(page);
    await this.allow(await this.askForConsent(popup));
    await this.release(popup);
    return this.seeConnected();
  }

  /** Gives the popup that stands open, connected, after the consent window is gone. */
  seeConnected(): Promise<Page> {
    return this.#seePopupWith('the connected account', (popup) => composerIn(popup).account);
  }

  /** Gives the popup that says what went wrong, after a sign-in that came to nothing. */
  seeProblem(): Promise<Page> {
    return this.#seePopupWith('what went wrong', (popup) => composerIn(popup).problem);
  }

  /** Types into the board field and waits for what it offers. */
  async typeBoard(popup: Page, typed: string): Promise<void> {
    const { board, boardOptions } = composerIn(popup);
    await board.click();
    await popup.keyboard.type(typed, { delay: 30 });
    await boardOptions.first().waitFor();
  }

  /** Takes the board that is offered first, and pins, with the Enter key alone. */
  async chooseAndPin(popup: Page): Promise<void> {
    const { boardOptions } = composerIn(popup);
    await popup.keyboard.press('Enter');
    await boardOptions.first().waitFor({ state: 'detached' });
    // The popup closes itself, perhaps before the key press is answered.
    await popup.keyboard.press('Enter').catch(() => undefined);
    await this.answerMine(popup);
  }

  /** Says that a site's pictures are theirs, where that is asked: once for each site. */
  answerMine(popup: Page): Promise<void> {
    // Asked when the page's site was looked up, which a slow machine takes its time for; a popup that closed asks nothing.
    return this.#pressIfThere(composerIn(popup).mine, 6000);
  }

  /** Says that a picture is to be pinned again, where that is asked: it is on its way or was pinned before. */
  answerAgain(popup: Page): Promise<void> {
    // It is asked when the picture was read, which may take its time; a popup that closes itself asks nothing any more.
    return this.#pressIfThere(composerIn(popup).again, 20_000);
  }

  async #pressIfThere(button: Locator, timeout: number): Promise<void> {
    const isThere = button.waitFor({ timeout }).then(
      () => true,
      () => false,
    );
    if (await isThere) await button.press('Enter').catch(() => undefined);
  }

  /** Pins to the board that the typed letters find, all by keyboard. */
  async pinTo(popup: Page, typed: string): Promise<void> {
    await this.typeBoard(popup, typed);
    await this.chooseAndPin(popup);
  }

  readonly toast = {
    says: (page: Page, text: string, timeoutMs?: number) => waitForToast(page, text, timeoutMs),
    click: (page: Page, name: string) => clickInToast(page, name),
    press: (page: Page, name: string) => pressInToast(page, name),
    isThere: (page: Page) => hasToast(page),
  };

  readonly worker = {
    stop: () => stopWorker(this.#browser),
    isRunning: () => isWorkerRunning(this.#browser),
  };

  /** Their browser ends as in a power cut. */
  async lose(): Promise<void> {
    await this.#releaseAll();
    await this.#browser.kill();
  }

  /** Where their browser keeps what it keeps. */
  get profileDir(): string {
    return this.#options.profileDir;
  }

  /** They start their browser again, with the same profile, perhaps in another language, e.g. `ar`. */
  async comeBack(language = this.#options.language): Promise<void> {
    this.#browser = await launchBrowser({ ...this.#options, language });
  }

  async leave(): Promise<void> {
    await this.#releaseAll();
    await this.#browser.close();
  }

  /** Looks again as long as it has to: the popup from before may be about to close. */
  #seePopupWith(what: string, sign: (popup: Page) => Locator): Promise<Page> {
    return waitFor(
      async () => {
        const view = await findView(this.#browser, 'popup.html', 2000).catch(() => undefined);
        if (!view) return undefined;
        const isShown = await sign(view.page)
          .waitFor({ timeout: 2000 })
          .then(
            () => true,
            () => false,
          );
        if (isShown) return this.#keep(view);
        await view.release();
        return undefined;
      },
      { for: `the popup to come back with ${what}`, timeoutMs: 30_000 },
    );
  }

  #keep(view: View): Page {
    this.#views.set(view.page, view);
    return view.page;
  }

  async #releaseAll() {
    const views = [...this.#views.values()];
    this.#views.clear();
    await Promise.all(views.map((view) => view.release().catch(() => undefined)));
  }
}
