import type { BrowserWindow, MenuPopup, SubMenu } from './chrome.ts';
import { GECKO_ID } from './firefox.ts';
import type { Marionette } from './marionette.ts';

/** What a person does with Firefox's own window: its toolbar, its menu, its sidebar. */
export class BrowserChrome {
  readonly #chrome: Marionette;

  constructor(chrome: Marionette) {
    this.#chrome = chrome;
  }

  /** Presses Tack's toolbar button, which is put beside the address bar first. */
  pressButton(): Promise<void> {
    return this.#chrome.run(pressButton, GECKO_ID);
  }

  /** Chooses Tack's entry of the menu that is open. */
  chooseFromMenu(label: string): Promise<boolean> {
    return this.#chrome.run(chooseFromMenu, label);
  }

  /** Sets preferences, or takes them back to their defaults where they are null. */
  async prefer(preferences: Readonly<Record<string, boolean | null>>): Promise<void> {
    await this.#chrome.run((wanted) => {
      for (const [name, value] of Object.entries(wanted)) {
        if (value === null) Services.prefs.clearUserPref(name);
        else Services.prefs.setBoolPref(name, value);
      }
    }, preferences);
  }

  /**
   * Shows the page in front in the dark or the light look, with nothing that moves and scrollbars that take no room, or as
   * the browser has it where it is null.
   */
  async look(wanted: 'dark' | 'light' | null): Promise<void> {
    await this.#chrome.run((theme) => {
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = theme ?? 'none';
      for (const name of ['ui.prefersReducedMotion', 'ui.useOverlayScrollbars']) {
        if (theme) Services.prefs.setIntPref(name, 1);
        else Services.prefs.clearUserPref(name);
      }
    }, wanted);
  }

  /** Closes popups and the sidebar. */
  async tidy(): Promise<void> {
    await this.#chrome.run(() => {
      const window: BrowserWindow = Services.wm.getMostRecentWindow('navigator:browser');
      for (const panel of window.document.querySelectorAll<MenuPopup>('panel, menupopup')) {
        if (panel.state === 'open') panel.hidePopup();
      }
      if (window.SidebarController.isOpen) window.SidebarController.hide();
    }, null);
  }

  /** Presses keys together while the page in front has them: the window hears them too. */
  pressKeys(keys: readonly string[]): Promise<void> {
    return this.#chrome.run(pressTogether, keys);
  }

  /** Types into the address bar, in place of what stands there. */
  typeAddress(text: string): Promise<void> {
    return this.#chrome.run(pressInAddressBar, { keys: Array.from(text), isNew: true });
  }

  /** Presses a key in the address bar. */
  pressInAddressBar(key: 'ArrowDown' | 'Enter'): Promise<void> {
    return this.#chrome.run(pressInAddressBar, { keys: [key], isNew: false });
  }

  /** What the address bar suggests, from the top; the row that the keys are on begins with `> `. */
  suggestions(): Promise<string[]> {
    return this.#chrome.run(() => {
      const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const rows = [...document.querySelectorAll('#urlbar .urlbarView-row')];
      return rows.map((row) => {
        const isOn = row.matches('[selected]') || row.querySelector('[selected]') !== null;
        const words = row.querySelector('.urlbarView-title')?.textContent ?? '';
        return (isOn ? '> ' : '') + words.trim();
      });
    }, null);
  }

  /** Makes the sidebar so many pixels wide. */
  async setSidebarWidth(width: number): Promise<void> {
    await this.#chrome.run((pixels) => {
      const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const box = document.querySelector<HTMLElement>('#sidebar-box');
      if (!box) throw new Error('There is no sidebar.');
      const { style } = box;
      [style.width, style.minWidth, style.maxWidth] = Array.from(
        { length: 3 },
        () => `${pixels}px`,
      ) as [string, string, string];
    }, width);
  }

  /** Stops the background page as Firefox does after half a minute without work. */
  async stopBackground(): Promise<void> {
    await this.#chrome.run(async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      const how = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
      await extension.terminateBackground(how);
      if (extension.backgroundState !== 'stopped') throw new Error(extension.backgroundState);
    }, GECKO_ID);
  }

  /** Tells whether the background page is there: `running`, `stopped` and between. */
  backgroundState(): Promise<string> {
    return this.#chrome.run(
      (id) => WebExtensionPolicy.getByID(id).extension.backgroundState,
      GECKO_ID,
    );
  }

  /** Opens an address in a private window, and tells what Tack has of it. */
  openPrivate(url: string): Promise<PrivateWindow> {
    return this.#chrome.run(openPrivate, { id: GECKO_ID, url });
  }

  /** Closes the private window. */
  async closePrivate(): Promise<void> {
    await this.#chrome.run(() => {
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      if (PrivateBrowsingUtils.isWindowPrivate(window)) window.close();
    }, null);
  }
}

/** What Tack has of a private window. */
interface PrivateWindow {
  isPrivate: boolean;
  mayRun: boolean;
  seesWindow: boolean;
  hasButton: boolean;
}

/** Runs in Firefox's window. */
async function openPrivate({ id, url }: { id: string; url: string }): Promise<PrivateWindow> {
  const opener = Services.wm.getMostRecentWindow('navigator:browser');
  const window = opener.OpenBrowserWindow({ private: true });
  await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  window.openTrustedLinkIn(url, 'current');
  const policy = WebExtensionPolicy.getByID(id);
  const widget = `${id.toLowerCase().replaceAll(/[^\w-]/g, '_')}-browser-action`;
  const { node } = window.CustomizableUI.getWidget(widget).forWindow(window);
  return {
    isPrivate: PrivateBrowsingUtils.isWindowPrivate(window),
    mayRun: policy.privateBrowsingAllowed,
    seesWindow: policy.canAccessWindow(window),
    hasButton: node !== null && node.checkVisibility(),
  };
}

/** Runs in Firefox's window. */
async function pressButton(id: string): Promise<void> {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const widget = `${id.toLowerCase().replaceAll(/[^\w-]/g, '_')}-browser-action`;
  window.CustomizableUI.addWidgetToArea(widget, 'nav-bar');
  for (let tries = 0; tries < 100; tries += 1) {
    const { node } = window.CustomizableUI.getWidget(widget).forWindow(window);
    const button = node?.querySelector<HTMLElement>('.unified-extensions-item-action-button');
    if (button) return button.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Tack has no button in the toolbar.');
}

/** Runs in Firefox's window. Several entries of Tack are in a menu of their own, which is opened first. */
async function chooseFromMenu(label: string): Promise<boolean> {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const menu = document.querySelector<MenuPopup>('#contentAreaContextMenu');
  const opens = async (popup: MenuPopup | null) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (popup?.state === 'open') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await opens(menu);
  const item = [...(menu?.querySelectorAll('menuitem') ?? [])].find(
    (each) => each.getAttribute('label') === label && !each.hidden,
  );
  const inner = item?.closest<MenuPopup>('menupopup');
  if (item && inner && inner !== menu) {
    inner.closest<SubMenu>('menu')?.openMenu(true);
    await opens(inner);
  }
  if (item) inner?.activateItem(item);
  else menu?.hidePopup();
  return Boolean(item);
}

/** Runs in Firefox's window: keys as a hand presses them, one after the other. */
function pressInAddressBar({ keys, isNew }: { keys: string[]; isNew: boolean }): void {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  window.focus();
  window.gURLBar.focus();
  if (isNew) window.gURLBar.select();
  const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(
    Ci.nsITextInputProcessor,
  );
  if (!keyboard.beginInputTransactionForTests(window, () => true)) throw new Error('no keyboard');
  for (const key of keys) {
    const event = new window.KeyboardEvent('', { key });
    keyboard.keydown(event);
    keyboard.keyup(event);
  }
}

/** Runs in Firefox's window. */
function pressTogether(keys: readonly string[]): void {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(
    Ci.nsITextInputProcessor,
  );
  window.focus();
  if (!keyboard.beginInputTransactionForTests(window, () => true)) throw new Error('no keyboard');
  const events = keys.map((key) => new window.KeyboardEvent('', { key }));
  for (const event of events) keyboard.keydown(event);
  for (const event of events.toReversed()) keyboard.keyup(event);
}
