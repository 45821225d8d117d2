import { AppError } from '../errors';
import { t } from '../i18n';
import { linkKey } from '../library/link-key';
import type { Send } from '../messages/create-send';
import type { Pin } from '../pinterest/types';
import type { Sheet } from './export';
import { inOrder } from './metrics';
import { isBeforeCounting } from './old-pins';
import type { StatsInput } from './operations';
import { readKept, readStats } from './read';
import { addUp } from './tables';

/** A pin as the lists of numbers show it. */
export interface PinRow {
  id: string;
  title: string;
  link: string;
  boardId: string;
  /** ms of UTC; 0 where Pinterest does not say. */
  createdAt: number;
  imageUrl: string | null;
  isVideo: boolean;
  /** Made before Pinterest counted the whole life of pins of its format. */
  isOld: boolean;
  /** Sums of the last 90 days, and of all its life, by metric; null where Pinterest gives none. */
  days90: Record<string, number> | null;
  lifetime: Record<string, number> | null;
}

/** What a pin's own figures are called, lower case and unlike those of analytics (research/pinterest-api.md §1a). */
const ownNames: Readonly<Record<string, string>> = {
  clickthrough: 'OUTBOUND_CLICK',
  reaction: 'TOTAL_REACTIONS',
  comment: 'TOTAL_COMMENTS',
};

const byMetric = (own: Record<string, number> | undefined): Record<string, number> | null =>
  own
    ? Object.fromEntries(
        Object.entries(own).map(([name, value]) => [ownNames[name] ?? name.toUpperCase(), value]),
      )
    : null;

/** Pinterest counts about a day late. */
const COUNTED_AFTER_MS = 86_400_000;

/** A pin's own figures by metric. Where it can't have been counted, a zero says nothing and is left out. */
function counted(own: Record<string, number> | undefined, isUncounted: boolean) {
  const all = byMetric(own);
  if (!all || !isUncounted) return all;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== 0));
}

/** Makes a row of a pin. @param now ms of UTC */
export function pinRowOf(pin: Pin, now = Date.now()): PinRow {
  const { images } = pin.media ?? {};
  const createdAt = timeOf(pin.created_at ?? '');
  const isVideo = pin.creative_type === 'VIDEO' || pin.media?.media_type === 'video';
  const isOld = isBeforeCounting(createdAt) && !isVideo && pin.creative_type !== 'IDEA';
  const isNew = createdAt > now - COUNTED_AFTER_MS;
  const image = images?.['150x150'] ?? images?.['400x300'] ?? Object.values(images ?? {})[0];
  return {
    id: pin.id,
    title: pin.title ?? '',
    link: pin.link ?? '',
    boardId: pin.board_id ?? '',
    createdAt,
    imageUrl: image?.url ?? null,
    isVideo,
    isOld,
    days90: counted(pin.pin_metrics?.['90d'], isNew),
    lifetime: counted(pin.pin_metrics?.['lifetime_metrics'], isNew || isOld),
  };
}

/** Stands for a pin until Pinterest has said more of it, which it may not: it is called by the end of its number. */
export const unknownPin = (id: string): PinRow => ({
  ...pinRowOf({ id }),
  title: t('pinByNumber', id.length > 8 ? `…${id.slice(-6)}` : id),
});

/** Pinterest leaves the zone out of its times; they are UTC. */
function timeOf(text: string): number {
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? 0 : time;
}

/** The largest page that Pinterest gives, and how many of them are read before the person is asked. */
const PAGE_SIZE = 250;
const MAX_PAGES = 40;

/** Where a walk stopped: what it has, when the oldest of it was read (ms of UTC), and the bookmark of what comes next. */
export interface WalkedSoFar {
  pins: readonly PinRow[];
  readAt: number;
  bookmark: string;
}

interface WalkOptions {
  signal: AbortSignal;
  /** Whether what the session holds will not do. */
  refresh?: boolean;
  /** How many pins, where not all are wanted: one page of so many. */
  only?: number;
  /** Goes on where another walk stopped. */
  after?: WalkedSoFar | null;
}

/**
 * Walks the account's pins, newest first, with their own figures: 250 by each request, 10,000 at most. Calls back with all
 * there are so far, whether that is all, and when the oldest page was read (ms of UTC). Gives where it stopped; null where there is no more.
 *
 * @throws AppError as the client does, from the page that met it; what was shown before stays good
 */
export async function walkPins(
  ask: Send,
  show: (pins: PinRow[], isWhole: boolean, readAt: number) => void,
  { signal, refresh = false, only, after }: WalkOptions,
): Promise<WalkedSoFar | null> {
  const pins = [...(after?.pins ?? [])];
  let readAt = after?.readAt ?? Infinity;
  let bookmark: string | null | undefined = after?.bookmark;
  for (let page = 0; page < (only ? 1 : MAX_PAGES) && !signal.aborted; page += 1) {
    const input: StatsInput<'pins/list'> = {
      page_size: only ?? PAGE_SIZE,
      pin_metrics: true,
      ...(bookmark ? { bookmark } : {}),
    };
    const { reply, readAt: at } = await readStats(ask, 'pins/list', input, refresh);
    if (signal.aborted) return null;
    readAt = Math.min(readAt, at);
    pins.push(...reply.items.map(pinRowOf));
    const isWhole = !reply.bookmark || reply.bookmark === bookmark;
    show([...pins], isWhole, readAt);
    if (isWhole) return null;
    bookmark = reply.bookmark;
  }
  return bookmark ? { pins, readAt, bookmark } : null;
}

/** The pins that lead to a page, told by its address and by what it calls its own: the same ones as the popup says. */
export function pinsOfPage(pins: readonly PinRow[], addresses: readonly string[]): PinRow[] {
  const keys = new Set(addresses.map(linkKey));
  return pins.filter((pin) => {
    const key = keyOf(pin);
    return key !== null && keys.has(key);
  });
}

/** Of ten thousand pins, each is looked at once, however often more of them come. */
const known = new WeakMap<PinRow, string | null>();

function keyOf(pin: PinRow): string | null {
  const kept = known.get(pin);
  const key = kept === undefined ? linkKey(pin.link) : kept;
  known.set(pin, key);
  return key;
}

/** A board with the sums of its pins; a metric is null where Pinterest gives it for none of them. */
export interface BoardTotal {
  boardId: string;
  pins: number;
  sums: Record<string, number>;
}

/** Adds up the pins of each board over the last 90 days, the board with most impressions first. */
export function boardTotals(pins: readonly PinRow[]): BoardTotal[] {
  const views = ({ sums }: BoardTotal) => sums['IMPRESSION'] ?? -1;
  return [...Map.groupBy(pins, ({ boardId }) => boardId)]
    .map(([boardId, own]) => ({
      boardId,
      pins: own.length,
      sums: sumOfPins(own, 'days90'),
    }))
    .toSorted((one, other) => views(other) - views(one));
}

/** What pins come to together, by metric; one that none of them has a number of is not there. */
export const sumOfPins = (
  pins: readonly PinRow[],
  span: 'days90' | 'lifetime',
): Record<string, number> => addUp(pins.map((pin) => pin[span]));

/** Pins as a table for a file: what they are, then their own figures. Times are UTC. */
export function sheetOfPins(
  pins: readonly PinRow[],
  boardName: (boardId: string) => string,
): Sheet {
  const namesOf = (span: 'days90' | 'lifetime') =>
    inOrder(pins.flatMap((pin) => Object.keys(pin[span] ?? {})));
  const [days90, lifetime] = [namesOf('days90'), namesOf('lifetime')];
  return {
    columns: [
      'pin_id',
      'title',
      'board',
      'link',
      'created_utc',
      ...days90.map((name) => `${name}_90_DAYS`),
      ...lifetime.map((name) => `${name}_LIFETIME`),
    ],
    rows: pins.map((pin) => [
      pin.id,
      pin.title,
      boardName(pin.boardId),
      pin.link,
      pin.createdAt > 0 ? `${new Date(pin.createdAt).toISOString().slice(0, 19)}Z` : null,
      ...days90.map((name) => pin.days90?.[name] ?? null),
      ...lifetime.map((name) => pin.lifetime?.[name] ?? null),
    ]),
  };
}

/**
 * Gives the pins of some ids: those that the session's lists have at once, the others by one request each, calling back
 * with all there are so far. A pin that Pinterest no longer has, or does not show this account, is left out.
 *
 * @throws AppError as the client does, but for what is about one pin
 */
export async function findPins(
  ask: Send,
  ids: readonly string[],
  show: (pins: ReadonlyMap<string, PinRow>) => void,
  signal: AbortSignal,
): Promise<void> {
  const found = new Map<string, PinRow>();
  const listed = await readKept('pins/list', { page_size: PAGE_SIZE, pin_metrics: true });
  for (const pin of listed?.reply.items ?? [])
    if (ids.includes(pin.id)) found.set(pin.id, pinRowOf(pin));
  if (signal.aborted) return;
  show(new Map(found));
  for (const pin_id of ids) {
    if (found.has(pin_id)) continue;
    const pin = await readStats(ask, 'pins/get', { pin_id, pin_metrics: true }).catch(orUnread);
    if (signal.aborted) return;
    if (!pin) continue;
    found.set(pin_id, pinRowOf(pin.reply));
    show(new Map(found));
  }
}

function orUnread(error: unknown): null {
  if (isAboutOnePin(error)) return null;
  throw error;
}

/** Whether a refusal is about the pin that was asked for: it is gone, or not this account's to see. Others may be read. */
export const isAboutOnePin = (error: unknown): boolean =>
  error instanceof AppError && ['api/not-found', 'api/rejected'].includes(error.code);
