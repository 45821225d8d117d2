import { dayMs, dayOf, type Counts } from '../series.ts';

/** Days from `start` to `end`, both included, as the start of each day in UTC. */
export interface Range {
  start: number;
  end: number;
}

export const accountMetrics: readonly string[] = [
  'ENGAGEMENT',
  'ENGAGEMENT_RATE',
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'OUTBOUND_CLICK_RATE',
  'PIN_CLICK',
  'PIN_CLICK_RATE',
  'SAVE',
  'SAVE_RATE',
];
export const pinMetrics: readonly string[] = [
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE',
  'SAVE_RATE',
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
  'USER_FOLLOW',
  'PROFILE_VISIT',
];
export const videoSorts: readonly string[] = [
  'IMPRESSION',
  'SAVE',
  'OUTBOUND_CLICK',
  'VIDEO_MRC_VIEW',
  'VIDEO_AVG_WATCH_TIME',
  'VIDEO_V50_WATCH_TIME',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_10S_VIEW',
  'VIDEO_START',
];
export const pinVideoMetrics: readonly string[] = [
  ...new Set([...pinMetrics.slice(0, 7), ...videoSorts]),
];
export const topSorts: readonly string[] = [
  'ENGAGEMENT',
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE',
];
export const pinFormats = [
  'ALL',
  'ORGANIC_IMAGE',
  'ORGANIC_PRODUCT',
  'ORGANIC_VIDEO',
  'ADS_STANDARD',
  'ADS_PRODUCT',
  'ADS_VIDEO',
  'ADS_IDEA',
] as const;

/** How the numbers divide; the parts of each split add up to the whole. */
export const shares: Record<
  'APP_TYPE' | 'OWNED_CONTENT' | 'SOURCE' | 'PIN_FORMAT',
  Record<string, number>
> = {
  APP_TYPE: { MOBILE: 0.71, TABLET: 0.08, WEB: 0.21 },
  OWNED_CONTENT: { CLAIMED: 0.37, OTHER: 0.63 },
  SOURCE: { YOUR_PINS: 0.82, OTHER_PINS: 0.18 },
  PIN_FORMAT: {
    ORGANIC_IMAGE: 0.88,
    ORGANIC_PRODUCT: 0.05,
    ORGANIC_VIDEO: 0.07,
    ADS_STANDARD: 0,
    ADS_PRODUCT: 0,
    ADS_VIDEO: 0,
    ADS_IDEA: 0,
  },
};

interface Asked {
  metrics: readonly string[];
  day(at: number): Counts;
  split: 'NO_SPLIT' | keyof typeof shares;
  share: number;
  /** The day a pin was made. */
  born?: number;
}

interface Table {
  daily_metrics: { date: string; data_status: string; metrics: Record<string, number> }[];
  summary_metrics: Record<string, number>;
}

/** Gives one table for all numbers, or one for each part of a split. The summary is the sum of the days shown. */
export function tables(range: Range, asked: Asked): Record<string, Table> {
  if (asked.split === 'NO_SPLIT') return { all: table(range, asked, whole(asked.share)) };
  const parts = Object.entries(shares[asked.split]);
  return Object.fromEntries(
    parts.map(([name], index) => [
      name,
      table(
        range,
        asked,
        part(
          parts.map(([, share]) => share),
          index,
          asked.share,
        ),
      ),
    ]),
  );
}

type Divide = (value: number) => number;

const whole =
  (share: number): Divide =>
  (value) =>
    Math.round(value * share);

/** The last part that has a share gets what rounding leaves, so that the parts add up. */
function part(all: number[], index: number, share: number): Divide {
  const last = all.findLastIndex((value) => value > 0);
  return (value) => {
    const total = Math.round(value * share);
    const of = (position: number) => Math.floor(total * (all[position] ?? 0));
    if (index !== last) return of(index);
    return (
      total - all.reduce((sum, _, position) => (position === last ? sum : sum + of(position)), 0)
    );
  };
}

function table(range: Range, asked: Asked, divide: Divide): Table {
  const days: Table['daily_metrics'] = [];
  const total = empty();
  for (let at = range.start; at <= range.end; at += dayMs) {
    const status = statusOf(at, asked.born);
    const counted = status === 'READY' || status === 'ESTIMATE';
    const counts = counted ? divided(asked.day(at), divide) : empty();
    if (counted) add(total, counts);
    const metrics = counted ? choose(counts, asked.metrics) : {};
    days.push({ date: new Date(at).toISOString().slice(0, 10), data_status: status, metrics });
  }
  return { daily_metrics: days, summary_metrics: choose(total, asked.metrics) };
}

/** Gives the sums of the days that are counted. */
export function summary(
  range: Range,
  day: (at: number) => Counts,
  metrics: readonly string[],
): Record<string, number> {
  const total = empty();
  for (let at = range.start; at <= range.end && statusOf(at) !== 'PROCESSING'; at += dayMs)
    add(total, day(at));
  return choose(total, metrics);
}

function statusOf(at: number, born = 0): string {
  const today = dayOf(Date.now());
  if (at < born) return 'BEFORE_PIN_CREATED';
  if (at >= today) return 'PROCESSING';
  return at >= today - dayMs ? 'ESTIMATE' : 'READY';
}

const empty = (): Counts => ({
  IMPRESSION: 0,
  SAVE: 0,
  PIN_CLICK: 0,
  OUTBOUND_CLICK: 0,
  USER_FOLLOW: 0,
  PROFILE_VISIT: 0,
  VIDEO_START: 0,
});

const names = Object.keys(empty()) as (keyof Counts)[];

function divided(counts: Counts, divide: Divide): Counts {
  const parts = empty();
  for (const name of names) parts[name] = divide(counts[name]);
  return parts;
}

function add(total: Counts, counts: Counts) {
  for (const name of names) total[name] += counts[name];
}

/** Derives the metrics that were asked for from the counts; the lifetime ones are not among them. */
function choose(counts: Counts, metrics: readonly string[]): Record<string, number> {
  const { IMPRESSION: views, SAVE, PIN_CLICK, OUTBOUND_CLICK, VIDEO_START } = counts;
  const rate = (value: number) => (views === 0 ? 0 : value / views);
  const engagement = SAVE + PIN_CLICK;
  const half = Math.floor(VIDEO_START * 0.55);
  const all: Record<string, number> = {
    ...counts,
    ENGAGEMENT: engagement,
    ENGAGEMENT_RATE: rate(engagement),
    SAVE_RATE: rate(SAVE),
    PIN_CLICK_RATE: rate(PIN_CLICK),
    OUTBOUND_CLICK_RATE: rate(OUTBOUND_CLICK),
    VIDEO_MRC_VIEW: half,
    VIDEO_10S_VIEW: Math.floor(half * 0.4),
    QUARTILE_95_PERCENT_VIEW: Math.floor(half * 0.2),
    VIDEO_V50_WATCH_TIME: half * 4100,
    VIDEO_AVG_WATCH_TIME: VIDEO_START === 0 ? 0 : (half * 4100) / VIDEO_START,
  };
  return Object.fromEntries(
    metrics.filter((name) => name in all).map((name) => [name, all[name] ?? 0]),
  );
}
