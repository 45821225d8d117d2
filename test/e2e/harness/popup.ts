import { type Browser, chromium, type Page } from '@playwright/test';

import { EXTENSION_ID, type ExtensionBrowser } from './browser.ts';
import { waitFor } from './wait.ts';

/**
 * Popups and side panels as they really are: windows of the browser, not pages in a tab. The client that started the
 * browser never sees them, a second one does.
 */

/** A real popup or side panel, and the client it is driven by. */
export interface View {
  name: ViewName;
  page: Page;
  /** Lets go of the view and leaves it open. */
  release: () => Promise<void>;
}

export type ViewName = 'popup.html' | 'sidepanel.html';

const viewUrl = (name: ViewName) => `chrome-extension://${EXTENSION_ID}/${name}`;

async function viewTarget({ cdp }: ExtensionBrowser, name: ViewName) {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos.find(({ url }) => url.startsWith(viewUrl(name)));
}

/** Says whether a popup or side panel is open at this moment. */
export async function isViewOpen(browser: ExtensionBrowser, name: ViewName): Promise<boolean> {
  return (await viewTarget(browser, name)) !== undefined;
}

const findPage = (client: Browser, name: ViewName) =>
  client
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().startsWith(viewUrl(name)));

/** Gives an open popup or side panel, whoever opened it; waits until there is one. */
export async function findView(
  browser: ExtensionBrowser,
  name: ViewName,
  timeoutMs = 30_000,
): Promise<View> {
  await waitFor(() => viewTarget(browser, name), { for: `${name} to open`, timeoutMs });
  const connect = async (): Promise<View | undefined> => {
    const client = await chromium.connectOverCDP(`http://127.0.0.1:${browser.debugPort}`);
    // A client that comes while the view is being made may never hear of it; the next one does.
    const asked = { for: `${name} to answer`, timeoutMs: Math.min(ANSWER_MS, timeoutMs) };
    const page = await waitFor(() => findPage(client, name), asked).catch(() => undefined);
    if (page) return { name, page, release: () => client.close() };
    await client.close();
    return undefined;
  };
  return waitFor(connect, { for: `${name} to answer`, timeoutMs });
}

/** How long one client is given to hear of a view, in ms. */
const ANSWER_MS = 5000;

/** Waits until a popup or side panel is gone, as after its last step it should be. */
export async function viewClosed(
  browser: ExtensionBrowser,
  name: ViewName,
  timeoutMs = 30_000,
): Promise<void> {
  await waitFor(async () => ((await isViewOpen(browser, name)) ? undefined : true), {
    for: `${name} to close`,
    timeoutMs,
  });
}

/**
 * Waits until a view that was closed is gone, and closes one that is there still: a menu that a busy machine let be tried twice
 * may have opened two.
 */
export async function noneIsLeft(browser: ExtensionBrowser, name: ViewName): Promise<void> {
  const isGone = await viewClosed(browser, name, 5000).then(
    () => true,
    () => false,
  );
  if (isGone) return;
  const { page, release } = await findView(browser, name);
  await page.close().catch(() => undefined);
  await release();
  await viewClosed(browser, name);
}

/** Clicks the toolbar button while a page is in front, as a person does: that also grants the page to the extension. */
export async function clickToolbarButton(browser: ExtensionBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  const { targetInfos } = await browser.cdp.send('Target.getTargets', {
    filter: [{ type: 'tab' }],
  });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}.`);
  const target = { id: EXTENSION_ID, targetId: tab.targetId };
  await browser.cdp.send('Extensions.triggerAction' as never, target as never);
}

/** Opens the real popup over a page by the toolbar button. */
export async function openPopup(browser: ExtensionBrowser, page: Page): Promise<View> {
  await clickToolbarButton(browser, page);
  return findView(browser, 'popup.html');
}
