import type { Send } from '../messages/create-send';
import { historyOfPage } from '../outbox/history';
import { pageHashes } from '../outbox/page-hashes';
import { ownLinks, type OwnLinks } from '../storage/late-items';
import { linkKey } from './link-key';
import { PAGE_SIZE, read } from './read';

/** How many pages of pins one opening of the popup reads: the next one goes on where it ended. */
const PAGES_AT_ONCE = 8;

/** So many pins fit into what a browser's session can hold: of more, the newest are known. */
export const MOST_PINS = 60_000;

/** A pin that links to a page. */
export interface PinHere {
  pinId: string;
  boardId: string;
}

/**
 * Walks through the person's own pins once in a browser's session, a few pages at each call, and keeps where they link to: no
 * page that is visited is ever told to anybody. One walk at a time.
 *
 * @throws AppError as the client does; what was read before it is kept
 */
export function walkOwnLinks(ask: Send, accountId: string): Promise<OwnLinks> {
  return navigator.locks.request('tack-own-links', async () => {
    const kept = await ownLinks.getValue();
    let links = kept?.accountId === accountId ? kept : blank(accountId);
    for (let page = 0; page < PAGES_AT_ONCE && !links.complete; page += 1) {
      links = await withNextPage(ask, links);
      await ownLinks.setValue(links);
    }
    return links;
  });
}

const blank = (accountId: string): OwnLinks => ({
  accountId,
  bookmark: null,
  complete: false,
  isCut: false,
  count: 0,
  pins: {},
});

async function withNextPage(ask: Send, links: OwnLinks): Promise<OwnLinks> {
  const { bookmark } = links;
  const from = bookmark ? { bookmark } : {};
  const page = await read(ask, 'pins/list', { page_size: PAGE_SIZE, ...from });
  const pins = { ...links.pins };
  for (const { id, board_id, link } of page.items) {
    const key = linkKey(link ?? '');
    if (key !== null) pins[key] = [...(pins[key] ?? []), [id, board_id ?? '']];
  }
  const count = links.count + page.items.length;
  const next = page.bookmark ?? null;
  const isWhole = next === null || next === bookmark;
  const complete = isWhole || count >= MOST_PINS;
  return { ...links, bookmark: next, complete, isCut: complete && !isWhole, count, pins };
}

/**
 * Gives the own pins that link to one of a page's addresses, and those that Tack made of it, which may be newer than the walk:
 * these first, and then the newest.
 */
export async function pinsOfPage(
  { pins, accountId }: OwnLinks,
  addresses: readonly string[],
): Promise<PinHere[]> {
  const keys = new Set(addresses.map(linkKey));
  const found = new Map<string, PinHere>();
  const hashes = await Promise.all(addresses.filter(Boolean).map(pageHashes));
  for (const made of await historyOfPage(hashes.flat()))
    if (made.accountId === accountId) found.set(made.pinId, made);
  for (const key of keys) {
    if (key === null || !Object.hasOwn(pins, key)) continue;
    for (const [pinId, boardId] of pins[key] ?? []) found.set(pinId, { pinId, boardId });
  }
  return [...found.values()].map(({ pinId, boardId }) => ({ pinId, boardId }));
}
