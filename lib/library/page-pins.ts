import { withoutTracking } from '../drafts/clean-link';
import type { Send } from '../messages/create-send';
import { historyOfPage } from '../outbox/history';
import { pageHashes } from '../outbox/page-hashes';
import { ownLinks, type OwnLinks } from '../storage/late-items';
import { PAGE_SIZE, read } from './read';

/** How many pages of pins one opening of the popup reads: the next one goes on where it ended. */
const PAGES_AT_ONCE = 8;

/** So many pins fit into what a browser's session can hold. */
const MOST_PINS = 60_000;

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
  const complete = next === null || next === bookmark || count >= MOST_PINS;
  return { ...links, bookmark: next, complete, count, pins };
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

/**
 * What a link is known by: without what only tracks, without its scheme, `www.`, its place in the page and a slash at its end.
 * Short, as a session holds ten thousands; null where it is no address of the web.
 */
export function linkKey(link: string): string | null {
  const url = URL.parse(withoutTracking(link).url);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.host.replace(/^www\./, '');
  return shortOf(host + url.pathname.replace(/\/+$/, '') + url.search);
}

/** A number of 53 bits for a text (cyrb53): two of a hundred thousand links are never taken for one. */
function shortOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mix = (one: number, other: number) =>
    Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const [mixedHigh, mixedLow] = [mix(high, low), mix(low, high)];
  return (4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0)).toString(36);
}
