import type { Locator, Page } from '@playwright/test';

import { walk, withSession } from './toast.ts';
import { waitFor } from './wait.ts';

/** The button on a picture. It lives in a closed shadow root, so it is found through the debugger and clicked with the mouse. */
export interface HoverBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the button stands in the window; undefined where there is none. */
export async function hoverButton(page: Page): Promise<HoverBox | undefined> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const nodes = [...walk(root)];
    const host = nodes.find(({ attributes = [] }) => attributes.includes('data-tack-hover'));
    const button = host && [...walk(host)].find(({ nodeName }) => nodeName === 'BUTTON');
    if (!button) return undefined;
    const { model } = await session.send('DOM.getBoxModel', { nodeId: button.nodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  });
}

/** Puts the pointer on an element, and waits for the button. */
export async function hoverFor(element: Locator): Promise<HoverBox> {
  await element.scrollIntoViewIfNeeded();
  await element.page().mouse.move(0, 0);
  await element.hover();
  return waitFor(() => hoverButton(element.page()).catch(() => undefined), {
    for: 'the button on a picture',
  });
}

/** Clicks the button with the mouse, once it has been there for as long as a hand needs to get there. */
export async function clickHover(page: Page, { x, y, width, height }: HoverBox): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
  await page.waitForTimeout(250);
  await page.mouse.click(x + width / 2, y + height / 2);
}
