import type { CDPSession, Page } from '@playwright/test';

import { waitFor } from './wait.ts';

/**
 * The toast in the page. It lives in a closed shadow root, out of reach for the page and for selectors, so it is read
 * through the debugger and clicked with the mouse.
 */

/** A node as the debugger tells it, closed shadow roots included. */
export interface DomNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  /** What a frame shows. */
  contentDocument?: DomNode;
}

const TOAST = 'data-tack-toast';
const hidden = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);

const inside = ({ shadowRoots = [], children = [], contentDocument }: DomNode) => [
  ...shadowRoots,
  ...children,
  ...(contentDocument ? [contentDocument] : []),
];

/** A node and all in it. */
export function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const child of inside(node)) yield* walk(child);
}

function textOf(node: DomNode): string {
  if (hidden.has(node.nodeName)) return '';
  return [node.nodeValue, ...inside(node).map(textOf)].join(' ').replaceAll(/\s+/g, ' ').trim();
}

const attribute = ({ attributes = [] }: DomNode, name: string) => {
  const index = attributes.indexOf(name);
  return index % 2 === 0 ? attributes[index + 1] : undefined;
};

const isControl = ({ nodeName }: DomNode) => ['BUTTON', 'A'].includes(nodeName);

const isNamed = (node: DomNode, name: string) =>
  isControl(node) && (attribute(node, 'aria-label') ?? textOf(node)) === name;

const isToast = ({ attributes = [] }: DomNode) => attributes.includes(TOAST);

async function readToast(session: CDPSession): Promise<DomNode | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const toast = [...walk(root as DomNode)].find(isToast);
  return toast && textOf(toast) !== '' ? toast : undefined;
}

/** Talks to a page's debugger, and lets go of it. */
export async function withSession<Value>(page: Page, use: (session: CDPSession) => Promise<Value>) {
  const session = await page.context().newCDPSession(page);
  try {
    return await use(session);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Gives the toast's words once they contain `text`, e.g. "Pinned to Kitchen ideas"; spaces are single. */
export async function waitForToast(page: Page, text = '', timeoutMs = 30_000): Promise<string> {
  let last = 'none';
  const read = (session: CDPSession) =>
    waitFor(
      async () => {
        const toast = await readToast(session).catch(() => undefined);
        last = toast ? textOf(toast) : 'none';
        return toast && last.includes(text) ? last : undefined;
      },
      { for: `a toast with "${text}"`, timeoutMs },
    );
  return withSession(page, read).catch((error: Error) => {
    throw new Error(`${error.message} The toast at the end: ${last}.`, { cause: error });
  });
}

/** Says whether the page shows a toast at this moment. */
export async function hasToast(page: Page): Promise<boolean> {
  return withSession(page, async (session) => (await readToast(session)) !== undefined);
}

/** Clicks a button or link of the toast by its name, e.g. "Undo", with the mouse. */
export async function clickInToast(page: Page, name: string, timeoutMs = 30_000): Promise<void> {
  const place = await withSession(page, (session) =>
    waitFor(
      async () => {
        const toast = await readToast(session);
        const node = toast && [...walk(toast)].find((each) => isNamed(each, name));
        if (!node) return undefined;
        const { model } = await session.send('DOM.getBoxModel', { nodeId: node.nodeId });
        const [left = 0, top = 0] = model.border;
        return { x: left + model.width / 2, y: top + model.height / 2 };
      },
      { for: `"${name}" in the toast`, timeoutMs },
    ),
  );
  await page.mouse.click(place.x, place.y);
}

/** Presses a button or link of the toast by its name, with Tab and Enter alone. The toast is the page's first stop. */
export async function pressInToast(page: Page, name: string, timeoutMs = 30_000): Promise<void> {
  const place = await withSession(page, (session) =>
    waitFor(
      async () => {
        const toast = await readToast(session);
        const stops = [...(toast ? walk(toast) : [])].filter(isControl);
        const at = stops.findIndex((each) => isNamed(each, name));
        return at < 0 ? undefined : { at };
      },
      { for: `"${name}" in the toast`, timeoutMs },
    ),
  );
  await page.bringToFront();
  const isThere = () =>
    page
      .evaluate((mark) => document.activeElement?.hasAttribute(mark) === true, TOAST)
      .catch(() => false);
  for (let stop = 0; !(await isThere()); stop += 1) {
    if (stop > MOST_STOPS) throw new Error('Tab does not lead into the toast.');
    await page.keyboard.press('Tab');
  }
  for (let stop = 0; stop < place.at; stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** The page's own stops, should it have taken the focus before. */
const MOST_STOPS = 20;
