import { Firefox as Browser, extensionUrl } from '../firefox/harness/firefox.ts';
import { openView } from '../firefox/harness/open-view.ts';
import type { Tab } from '../firefox/harness/tab.ts';

/** What is kept though the extension is a guest that is installed anew at each start. */
const preferences = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextOptionalPermissionPrompts': false,
  'toolkit.startup.max_resumed_crashes': -1,
};

export interface FirefoxOptions {
  extensionDir: string;
  profileDir: string;
}

/** A real Firefox with the extension in it, and a view of it to ask from. */
export class Firefox {
  readonly #browser: Browser;
  readonly #view: Tab;

  private constructor(browser: Browser, view: Tab) {
    this.#browser = browser;
    this.#view = view;
  }

  /** Starts it with a profile, puts the extension in, and opens the settings. */
  static async start({ extensionDir, profileDir }: FirefoxOptions): Promise<Firefox> {
    const browser = await Browser.start(profileDir, preferences);
    await browser.install(extensionDir);
    return new Firefox(browser, await openView(browser.bidi, extensionUrl('options.html')));
  }

  /** Runs an expression in the view, and gives what it comes to; it has to be what JSON has. */
  evaluate<Value>(expression: string): Promise<Value> {
    return this.#view.evaluate<Value>(expression);
  }

  /** Ends it as a power cut does. */
  kill(): Promise<void> {
    return this.#browser.kill();
  }
}
