/** Where Pinterest gives a metric: the account's days, its top pins, its top videos, a pin, a video pin. */
export type Place = 'account' | 'top' | 'topVideo' | 'pin' | 'videoPin';

/** `share` is a fraction of one; `time` is milliseconds. */
export type Unit = 'count' | 'share' | 'time';

/** One metric as data. Its label is `metric_<name>`, its definition `metricAbout_<name>` in `public/_locales`. */
export interface MetricRow {
  /** Pinterest's name, the same at every endpoint that has it. */
  name: MetricName;
  where: readonly Place[];
  /** What the API summary of March 2026 calls it; null where it has no such metric. */
  summary: string | null;
  unit: Unit;
  /** A rate is the sum of the one over the sum of the other; rates themselves are never added or averaged. */
  of?: readonly [part: MetricName, whole: MetricName];
  /** Counted from the pin's first day only, so it has no days. */
  isLifetime?: true;
  higherIsBetter: boolean;
}

export type MetricName =
  | 'IMPRESSION'
  | 'ENGAGEMENT'
  | 'ENGAGEMENT_RATE'
  | 'PIN_CLICK'
  | 'PIN_CLICK_RATE'
  | 'OUTBOUND_CLICK'
  | 'OUTBOUND_CLICK_RATE'
  | 'SAVE'
  | 'SAVE_RATE'
  | 'TOTAL_COMMENTS'
  | 'TOTAL_REACTIONS'
  | 'USER_FOLLOW'
  | 'PROFILE_VISIT'
  | 'VIDEO_START'
  | 'VIDEO_10S_VIEW'
  | 'VIDEO_MRC_VIEW'
  | 'VIDEO_AVG_WATCH_TIME'
  | 'VIDEO_V50_WATCH_TIME'
  | 'QUARTILE_95_PERCENT_VIEW';

const account: readonly Place[] = ['account', 'top'];
const everywhere: readonly Place[] = [...account, 'topVideo', 'pin', 'videoPin'];
const video: readonly Place[] = ['topVideo', 'videoPin'];
const pins: readonly Place[] = ['pin', 'videoPin'];

type Facts = Pick<MetricRow, 'of' | 'isLifetime'> & { unit?: Unit };

const row = (
  name: MetricName,
  where: readonly Place[],
  summary: string | null,
  { unit = 'count', ...facts }: Facts = {},
): MetricRow => ({ name, where, summary, unit, higherIsBetter: true, ...facts });

const rate = (
  name: MetricName,
  where: readonly Place[],
  summary: string | null,
  part: MetricName,
): MetricRow => row(name, where, summary, { unit: 'share', of: [part, 'IMPRESSION'] });

/**
 * Every metric of Pinterest's organic analytics, in the order in which views show them. The summary's CLOSEUP and
 * CLICK_THROUGH can't be asked for by those names (research/pinterest-api.md §1f).
 */
export const METRICS: readonly MetricRow[] = [
  row('IMPRESSION', everywhere, 'IMPRESSION'),
  row('SAVE', everywhere, 'SAVE'),
  row('OUTBOUND_CLICK', everywhere, 'CLICK_THROUGH'),
  row('PIN_CLICK', [...account, ...pins], 'CLOSEUP'),
  row('ENGAGEMENT', account, 'ENGAGEMENTS'),
  rate('SAVE_RATE', [...account, ...pins], 'SAVE_RATE', 'SAVE'),
  rate('OUTBOUND_CLICK_RATE', account, 'CLICK_THROUGH_RATE', 'OUTBOUND_CLICK'),
  rate('PIN_CLICK_RATE', account, 'CLOSEUP_RATE', 'PIN_CLICK'),
  rate('ENGAGEMENT_RATE', account, 'ENGAGEMENT_RATE', 'ENGAGEMENT'),
  row('USER_FOLLOW', ['pin'], null),
  row('PROFILE_VISIT', ['pin'], null),
  row('TOTAL_COMMENTS', pins, 'TOTAL_COMMENTS', { isLifetime: true }),
  row('TOTAL_REACTIONS', pins, null, { isLifetime: true }),
  row('VIDEO_START', video, 'VIDEO_START'),
  row('VIDEO_MRC_VIEW', video, 'VIDEO_MRC_VIEW'),
  row('VIDEO_10S_VIEW', video, 'VIDEO_10S_VIEW'),
  row('QUARTILE_95_PERCENT_VIEW', video, null),
  row('VIDEO_V50_WATCH_TIME', video, 'VIDEO_V50_WATCH_TIME', { unit: 'time' }),
  row('VIDEO_AVG_WATCH_TIME', video, 'VIDEO_AVG_WATCH_TIME', {
    unit: 'time',
    of: ['VIDEO_V50_WATCH_TIME', 'VIDEO_START'],
  }),
];

const byName: ReadonlyMap<string, MetricRow> = new Map(METRICS.map((each) => [each.name, each]));

/** Gives a metric's row; undefined for one that Pinterest added since. */
export const metricRow = (name: string): MetricRow | undefined => byName.get(name);

/** The metrics that can be asked for at a place, in the order of the catalogue. */
export const metricsAt = (place: Place): MetricName[] =>
  METRICS.filter(({ where }) => where.includes(place)).map(({ name }) => name);

/** What the account's top pins can be sorted by (research/pinterest-api.md §1f). */
export const TOP_SORTS = [
  'ENGAGEMENT',
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE',
] as const satisfies readonly MetricName[];

/** Puts names in the order of the catalogue; names that it lacks come last, by the alphabet, and none is dropped. */
export function inOrder(names: Iterable<string>): string[] {
  const given = new Set(names);
  const known = METRICS.map(({ name }) => name as string).filter((name) => given.has(name));
  const others = [...given].filter((name) => !byName.has(name)).toSorted();
  return [...known, ...others];
}
