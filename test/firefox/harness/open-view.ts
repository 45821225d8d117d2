import { waitFor } from '../../e2e/harness/wait.ts';
import type { Bidi } from './bidi.ts';
import { Tab } from './tab.ts';

/** Opens a page of the extension in a tab in the background, and gives it once it has loaded. */
export async function openView(bidi: Bidi, url: string): Promise<Tab> {
  const tab = await openTab(bidi);
  // Firefox never says that such a page has loaded.
  await tab.go(url);
  const isThere = 'typeof browser !== "undefined" && document.readyState === "complete"';
  const ask = async () => (await tab.evaluate<boolean>(isThere).catch(() => false)) || undefined;
  await waitFor(ask, { for: url });
  return tab;
}

/** Opens an empty tab in the background. */
export async function openTab(bidi: Bidi): Promise<Tab> {
  const made = await bidi.command('browsingContext.create', { type: 'tab', background: true });
  return new Tab(bidi, String(made['context']));
}
