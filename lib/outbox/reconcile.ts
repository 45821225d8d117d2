import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import type { Job, PinContent } from './types';

/** Clocks differ and listings round: a pin may seem to be this much older than the request for it. */
const SKEW_MS = 5 * 60_000;

/** Few pins fit in the window; reading on would only cost requests. */
const PAGE_SIZE = 50;
const MAX_PAGES = 10;

/** What a look at a board found. */
export interface FoundPins {
  /** Pins that this job made, the oldest first. */
  pins: Pin[];
  /** How many others it may have made: Pinterest may have written them in another way than is known. */
  maybe: number;
}

/**
 * Looks on the board for pins that this job may have made: the same words and link, or saved from the same pin, created
 * since the request, not known to belong to another job.
 *
 * @param since ms of UTC by Pinterest's clock
 * @param isAnothers whether a pin is known to be another job's
 * @throws AppError as the client does; then nothing is known
 */
export async function findPins(
  client: PinterestClient,
  job: Pick<Job, 'content' | 'media'>,
  since: number,
  isAnothers: (pinId: string) => Promise<boolean>,
  signal?: AbortSignal,
): Promise<FoundPins> {
  const from = since - SKEW_MS;
  const isCopy = (pin: Pin) => job.media.kind === 'pin' && Boolean(pin.parent_pin_id);
  const found: Pin[] = [];
  let pages = 0;
  for await (const pins of pinsOf(client, job.content, signal)) {
    const inWindow = pins.filter((pin) => createdAtMs(pin) >= from);
    // Only what may be this job's is looked up: a board that hundreds of pins went to is read once for each of them.
    for (const pin of inWindow)
      if ((isOf(job, pin) || isCopy(pin)) && !(await isAnothers(pin.id))) found.push(pin);
    pages += 1;
    if (inWindow.length < pins.length || pages === MAX_PAGES) break;
  }
  const pins = found
    .filter((pin) => isOf(job, pin))
    .toSorted((a, b) => createdAtMs(a) - createdAtMs(b));
  // It is not documented which pin a copy of a copy names as its parent: any new copy may be this job's.
  const copies = job.media.kind === 'pin' ? found.filter((pin) => pin.parent_pin_id) : [];
  return { pins, maybe: copies.filter((pin) => !pins.includes(pin)).length };
}

/** A saved pin keeps the words of the pin that it copies, so it is known by that; a created one by its own words. */
function isOf({ content, media }: Pick<Job, 'content' | 'media'>, pin: Pin): boolean {
  return media.kind === 'pin' ? pin.parent_pin_id === media.pinId : isSame(pin, content);
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

/** Whether there is anything to know a job's pin by. */
export function isRecognisable({ content, media }: Pick<Job, 'content' | 'media'>): boolean {
  const { title, description, link } = content;
  return media.kind === 'pin' || plain(title + description + link) !== '';
}

const plain = (text: string | null | undefined) =>
  (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

function plainLink(link: string | null | undefined): string {
  const text = plain(link);
  return URL.canParse(text) ? new URL(text).href.replace(/\/$/, '') : text;
}
