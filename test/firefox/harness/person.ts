import { type JobRow, readJobRows } from '../../chaos/driver.ts';
import { waitFor } from '../../e2e/harness/wait.ts';
import { type Firefox, extensionUrl } from './firefox.ts';
import { InnerView } from './inner-view.ts';
import { openTab, openView } from './open-view.ts';
import { Tab } from './tab.ts';
import type { View } from './view.ts';
import { BrowserChrome } from './window.ts';

interface Context {
  context: string;
  url: string;
}

/** An answer as it crosses contexts. */
type Wire = { ok: true; value: unknown } | { ok: false; error: { code: string } };

declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<Wire | undefined> };
  tabs: { query(filter: { index: number }): Promise<{ id: number }[]> };
};

/** A person at a Firefox with Tack, as the one of the e2e tests is at a Chromium. */
export class Person {
  readonly firefox: Firefox;
  readonly window: BrowserChrome;
  readonly popup: InnerView;
  readonly sidebar: InnerView;
  /** The page in front, with what Tack shows in it. */
  readonly inPage: InnerView;
  #page: Tab | null = null;
  #settings: Tab | null = null;

  constructor(firefox: Firefox) {
    this.firefox = firefox;
    this.window = new BrowserChrome(firefox.chrome);
    this.popup = new InnerView(firefox.chrome, 'popup');
    this.sidebar = new InnerView(firefox.chrome, 'sidebar');
    this.inPage = new InnerView(firefox.chrome, 'page');
  }

  /** Installs Tack in a browser without a trace of it: one tab is left, and the welcome page has come and gone. */
  async arrive(extensionDir: string): Promise<void> {
    await this.window.tidy();
    // Just after a window of another test went, Firefox knows of none to open it in.
    const open = () => openTab(this.firefox.bidi).catch(() => undefined);
    const page = await waitFor(open, { for: 'a window to be in front' });
    // Its pages go with it: where they were all that was open, so would the window.
    await this.firefox.uninstall().catch(() => undefined);
    const others = (await this.#contexts()).filter(({ context }) => context !== page.context);
    for (const { context } of others) await new Tab(this.firefox.bidi, context).close();
    this.#page = page;
    this.#settings = null;
    await this.firefox.install(extensionDir);
    const welcome = await this.seeTab(({ url }) => url === extensionUrl('welcome.html'), 'welcome');
    await welcome.close();
  }

  /** Goes to an address in the first tab. */
  async visit(url: string): Promise<Tab> {
    const page = await this.firstTab();
    await page.goto(url);
    return page;
  }

  async firstTab(): Promise<Tab> {
    this.#page ??= await openTab(this.firefox.bidi);
    return this.#page;
  }

  /** Presses the toolbar button, and gives the popup. */
  async openPopup(): Promise<View> {
    if (await this.popup.isOpen()) throw new Error('A popup is open, which the press would close.');
    await this.window.pressButton();
    return this.seePopup();
  }

  /** Gives the popup that is open or about to be. */
  async seePopup(): Promise<View> {
    await waitFor(async () => (await this.popup.isOpen()) || undefined, { for: 'the popup' });
    return this.popup;
  }

  /** Opens what the popup shows over the first tab as a page of its own, which takes files; it was shown there before. */
  async popupAsPage(): Promise<Tab> {
    await this.window.tidy();
    const settings = await this.settings();
    const find = async () => (await browser.tabs.query({ index: 0 }))[0]?.id;
    const id = await settings.run(find, null);
    const view = await openView(this.firefox.bidi, extensionUrl(`popup.html?tab=${id}`));
    await view.show();
    return view;
  }

  /** Opens the sidebar with the popup's button, which closes the popup. */
  async openSidebar(): Promise<View> {
    const popup = await this.openPopup();
    await popup.click({ role: 'button', name: 'Open side panel' });
    await this.popupCloses();
    await waitFor(async () => (await this.sidebar.isOpen()) || undefined, { for: 'the sidebar' });
    return this.sidebar;
  }

  async popupCloses(): Promise<void> {
    const isGone = async () => ((await this.popup.isOpen()) ? undefined : true);
    await waitFor(isGone, { for: 'the popup to close' });
  }

  /** Right-clicks what a selector finds, chooses an entry of Tack, and gives the popup. */
  async pinFromMenu(page: Tab, selector: string, entry = 'Pin this image'): Promise<View> {
    await this.chooseFromMenu(page, selector, entry);
    return this.seePopup();
  }

  /** Right-clicks what a selector finds, and chooses an entry of Tack. */
  async chooseFromMenu(page: Tab, selector: string, entry: string): Promise<void> {
    const place = await page.run((css) => {
      const element = document.querySelector(css);
      element?.scrollIntoView({ block: 'center' });
      const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return { x: x + width / 2, y: y + height / 2 };
    }, selector);
    await page.rightClickAt(place);
    if (!(await this.window.chooseFromMenu(entry)))
      throw new Error(`The menu has no entry ${entry}.`);
  }

  /** Connects the account by the popup over a page: Connect, then Allow in Pinterest's window. */
  async connect(): Promise<View> {
    const popup = await this.openPopup();
    await popup.click({ role: 'button', name: 'Connect Pinterest' });
    await this.allow();
    return this.popup;
  }

  /** Allows Tack in Pinterest's window, and sees the popup come back connected. */
  async allow(): Promise<void> {
    const consent = await this.seeTab(({ url }) => url.includes('/oauth/'), 'the consent window');
    await consent.click({ role: 'button', name: 'Allow' });
    await this.seePopup();
    await this.popup.says('@linda_kitchen');
  }

  /** Connects with a token: what is not about signing in need not do it. */
  async connectWith(accessToken: string): Promise<void> {
    await this.ask('account/paste', { accessToken, environment: 'production' });
  }

  /** Takes the first board that the letters find, and pins, all by keyboard. */
  async pinTo(view: View, letters: string): Promise<void> {
    await view.click({ role: 'combobox', name: 'Board' });
    await view.type(letters);
    await view.see({ role: 'option', name: '/./' });
    await view.press('Enter');
    await waitFor(
      async () => ((await view.has({ role: 'option', name: '/./' })) ? undefined : true),
      {
        for: 'the board to be taken',
      },
    );
    await view.press('Enter');
    // Asked once for a site, where Tack can't know whose pictures they are; the popup may have closed itself instead.
    const asked = view.see({ role: 'button', name: 'Yes, mine to publish' }, 4000);
    await asked.then((place) => view.clickAt(place)).catch(() => undefined);
  }

  /** Opens a page of Tack in a tab in the background, or gives it where it is open. */
  async settings(): Promise<Tab> {
    this.#settings ??= await openView(this.firefox.bidi, extensionUrl('options.html'));
    return this.#settings;
  }

  /** Asks what a view would ask, from a view. */
  async ask<Answer>(type: string, ask: object): Promise<Answer> {
    const view = await this.settings();
    const wire = await view.run((message) => browser.runtime.sendMessage(message), { type, ask });
    if (!wire?.ok) throw new Error(`Tack answers ${type} with ${wire?.error.code ?? 'nothing'}.`);
    return wire.value as Answer;
  }

  /** Forgets the page of Tack that was open: it went with the Tack that it was of. */
  leaveViews(): void {
    this.#settings = null;
  }

  /** The addresses of all tabs and windows. */
  async addresses(): Promise<string[]> {
    return (await this.#contexts()).map(({ url }) => url);
  }

  /** Waits until every pin has come to its end. */
  async settles(): Promise<void> {
    const view = await this.settings();
    const isDone = async () => {
      const jobs = (await view.run(readJobRows, null)) as JobRow[];
      return jobs.every(({ stage }) => stage.name === 'verified') || undefined;
    };
    await waitFor(isDone, { for: 'the pins to be made', timeoutMs: 60_000 });
  }

  /** Gives a tab or window once it is there. */
  async seeTab(isIt: (context: Context) => boolean, what: string): Promise<Tab> {
    const found = await waitFor(async () => (await this.#contexts()).find(isIt), { for: what });
    return new Tab(this.firefox.bidi, found.context);
  }

  async #contexts(): Promise<Context[]> {
    const { contexts } = await this.firefox.bidi.command('browsingContext.getTree', {
      maxDepth: 0,
    });
    return contexts as Context[];
  }
}
