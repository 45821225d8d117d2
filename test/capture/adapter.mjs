/**
 * Drives the built extension for a judge of captures: grants it the page as a click on its button does, and asks its
 * background for what a popup would show. The form is the judge's: `capture({ page, context, worker })`.
 */

/** One page of the extension in each browser, from which its background can be asked. */
const controls = new WeakMap();

/** The extension's own control page, made at first need. The button's popup is taken away: it would ask as well. */
async function controlOf(context, worker) {
  const known = controls.get(context);
  if (known && !known.isClosed()) return known;
  const control = await context.newPage();
  await control.goto(new URL('/options.html', worker.url()).href);
  await control.evaluate(() => chrome.action.setPopup({ popup: '' }));
  controls.set(context, control);
  return control;
}

/** Clicks the toolbar button over a page: that is what lets the extension read it. */
async function clickButton(context, page, id) {
  const cdp = await context.browser().newBrowserCDPSession();
  try {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}`);
    await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  } finally {
    await cdp.detach();
  }
}

export async function capture({ page, context, worker }) {
  const control = await controlOf(context, worker);
  await page.bringToFront();
  await clickButton(context, page, new URL(worker.url()).host);
  const opened = await control.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((each) => each.url === url);
    if (!tab) throw new Error('the page was not granted');
    const tabId = tab.id;
    const wire = await chrome.runtime.sendMessage({ type: 'draft/open', ask: { tabId } });
    const found = wire.ok ? wire.value : { error: wire.error };
    // The next page may have the same address, and a draft would be opened again there.
    const ask = { draftId: found.draft?.id };
    if (found.draft) await chrome.runtime.sendMessage({ type: 'draft/discard', ask });
    return found;
  }, page.url());
  return shapeOf(opened);
}

/** The time is the page's own: that of the script in it, in its first run there. */
function shapeOf(opened) {
  const { draft, capture: found, error } = opened;
  if (!found) return { ms: 0, images: [], error: error?.code };
  const images = found.images.map(({ url, width, height }) => ({ url, width, height }));
  const { title, description, product } = found.page;
  return {
    ms: found.readMs,
    image: draft?.image.url ?? images[0]?.url ?? '',
    images,
    title,
    description,
    link: draft?.link ?? found.page.link,
    price: product?.price ?? null,
  };
}
