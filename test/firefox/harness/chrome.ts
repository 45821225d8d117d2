/**
 * What of Firefox's own window the harness uses. Functions with these names are sent as text and run there, with the rights of
 * the browser (marionette.ts).
 */

export interface MessageManager {
  addMessageListener(name: string, hear: (message: { data: string }) => void): void;
  removeMessageListener(name: string, hear: (message: { data: string }) => void): void;
  loadFrameScript(url: string, delayed: boolean): void;
}

/** A `<browser>`: what shows a page. */
export interface BrowserElement extends Element {
  messageManager: MessageManager;
  currentURI: { spec: string };
  browsingContext: { prefersColorSchemeOverride: 'dark' | 'light' | 'none' };
}

interface MenuPopup extends HTMLElement {
  activateItem(item: Element): void;
  hidePopup(): void;
  state: string;
}

export interface BrowserWindow extends Window {
  document: Document;
  CustomizableUI: {
    addWidgetToArea(widget: string, area: string): void;
    getWidget(widget: string): { forWindow(window: BrowserWindow): { node: Element | null } };
  };
  /** What a test's observer has heard (egress.ts). */
  tackHeard?: { by: string; type: number; url: string }[];
  /** Opens another window. */
  OpenBrowserWindow(how: { private: boolean }): BrowserWindow;
  openTrustedLinkIn(url: string, where: 'current'): void;
  /** Its tabs. */
  gBrowser: { selectedBrowser: BrowserElement };
  SidebarController: { isOpen: boolean; hide(): void };
  KeyboardEvent: typeof KeyboardEvent;
  /** The address bar. */
  gURLBar: { focus(): void; select(): void };
}

/** A keyboard for tests: what it presses goes through all that a real key does. */
interface InputProcessor {
  beginInputTransactionForTests(window: Window, onNews: () => boolean): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}

/** A request that is about to be sent. */
export interface HttpChannel {
  URI: { spec: string };
  loadInfo: { triggeringPrincipal: { origin: string } | null; externalContentPolicyType: number };
}

/** An extension as Firefox's own page for them has it. */
interface Addon {
  enable(): Promise<void>;
  disable(): Promise<void>;
}

/** An entry that opens a menu of its own. */
interface SubMenu extends HTMLElement {
  openMenu(open: boolean): void;
}

export type { MenuPopup, SubMenu };

declare global {
  /** Firefox's own services; there only for what is sent to its window. */
  const Services: {
    prefs: {
      setBoolPref(name: string, value: boolean): void;
      setIntPref(name: string, value: number): void;
      clearUserPref(name: string): void;
    };
    obs: {
      addObserver(
        observer: { observe(subject: { QueryInterface(what: unknown): HttpChannel }): void },
        topic: string,
      ): void;
    };
    wm: { getMostRecentWindow(type: 'navigator:browser'): BrowserWindow };
  };
  const Ci: { nsIHttpChannel: unknown; nsITextInputProcessor: unknown };
  const Cc: Readonly<
    Record<'@mozilla.org/text-input-processor;1', { createInstance(what: unknown): InputProcessor }>
  >;
  const ChromeUtils: {
    importESModule(file: string): { AddonManager: { getAddonByID(id: string): Promise<Addon> } };
    requestProcInfo(): Promise<{ children: { type: string; pid: number }[] }>;
  };
  const PrivateBrowsingUtils: { isWindowPrivate(window: Window): boolean };
  const WebExtensionPolicy: {
    getByID(id: string): {
      extension: {
        terminateBackground(how: object): Promise<void>;
        backgroundState: string;
      };
      privateBrowsingAllowed: boolean;
      canAccessWindow(window: Window): boolean;
    };
  };
}
