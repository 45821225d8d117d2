import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import type { Job, PinContent } from './types';

/** Clocks differ and listings round: a pin may seem to be this much older than the request for it. */
const SKEW_MS = 5 * 60_000;

/** Few pins fit in the window; reading on would only cost requests. */
const PAGE_SIZE = 50;
const MAX_PAGES = 10;

/**
 * Looks on the board for pins that this job may have made: the same words and link, created since the request,
 * not known to belong to another job. Oldest first.
 *
 * @param since ms of UTC by Pinterest's clock
 * @param claimed ids of pins that other jobs made
 * @throws AppError as the client does; then nothing is known
 */
export async function findPins(
  client: PinterestClient,
  { content }: Pick<Job, 'content'>,
  since: number,
  claimed: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Pin[]> {
  const from = since - SKEW_MS;
  const found: Pin[] = [];
  let pages = 0;
  for await (const pins of pinsOf(client, content, signal)) {
    const inWindow = pins.filter((pin) => createdAtMs(pin) >= from);
    found.push(...inWindow.filter((pin) => !claimed.has(pin.id) && isSame(pin, content)));
    pages += 1;
    if (inWindow.length < pins.length || pages === MAX_PAGES) break;
  }
  return found.toSorted((a, b) => createdAtMs(a) - createdAtMs(b));
}

function pinsOf(client: PinterestClient, { boardId, sectionId }: PinContent, signal?: AbortSignal) {
  const options = { pageSize: PAGE_SIZE, ...(signal ? { signal } : {}) };
  return sectionId
    ? client.pages(
        'board_sections/list_pins',
        { board_id: boardId, section_id: sectionId },
        options,
      )
    : client.pages('boards/list_pins', { board_id: boardId }, options);
}

/** Gives a pin's time in ms of UTC. Pinterest leaves the zone out; what cannot be read counts as now. */
export function createdAtMs({ created_at: text }: Pick<Pin, 'created_at'>): number {
  if (!text) return Date.now();
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? Date.now() : time;
}

/** Tells whether a pin's words and link are those of a job. Spacing and a trailing slash are not held against it. */
export function isSame(pin: Pin, content: PinContent): boolean {
  return (
    plain(pin.title) === plain(content.title) &&
    plain(pin.description) === plain(content.description) &&
    plain(pin.alt_text) === plain(content.altText) &&
    plainLink(pin.link) === plainLink(content.link)
  );
}

/** Whether there is anything to know a pin by. */
export const isRecognisable = ({ title, description, link }: PinContent): boolean =>
  plain(title + description + link) !== '';

const plain = (text: string | null | undefined) =>
  (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

function plainLink(link: string | null | undefined): string {
  const text = plain(link);
  return URL.canParse(text) ? new URL(text).href.replace(/\/$/, '') : text;
}
