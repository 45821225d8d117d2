import type { ErrorInfo } from '../errors';

/** What a person wants to be told of. Shares are parts of one: 0.5 is by half. */
export type WatchRule =
  | { kind: 'passes'; metric: WatchMetric; value: number; isOn: boolean }
  | { kind: 'falls' | 'rises'; metric: WatchMetric; share: number; isOn: boolean };

/** What top pins can be sorted by, and the account is counted by. */
export const WATCH_METRICS = [
  'IMPRESSION',
  'SAVE',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'ENGAGEMENT',
] as const;
export type WatchMetric = (typeof WATCH_METRICS)[number];

export interface WatchSettings {
  isOn: boolean;
  rules: WatchRule[];
}

/** Something that a rule found. It holds the person's own threshold and no number of Pinterest's, whose terms let none be stored. */
export interface WatchNews {
  /** ms of UTC. */
  at: number;
  accountId: string;
  rule: WatchRule;
  /** The pin that passed. */
  pinId: string | null;
}

/** What came of the last look. */
export interface WatchLook {
  /** ms of UTC. */
  at: number;
  /** '' where nobody was signed in. */
  accountId: string;
  /** Why nothing could be looked at; null where it could. */
  error: ErrorInfo | null;
  /** How many findings were told of. */
  found: number;
  /** Whether pins were above a rule's number already at its first look: of these nothing is told. */
  hasOlder: boolean;
  /** Whether a rule about weeks could not be told, as a day of theirs is not counted to its end. */
  isUntold?: boolean;
}

/** More rules than a person keeps in mind. */
export const MOST_RULES = 12;

/** What a rule is at first. */
export const NEW_RULE: WatchRule = {
  kind: 'passes',
  metric: 'IMPRESSION',
  value: 1000,
  isOn: true,
};

/** A rule of another kind for the same metric; what it measures by is as usual. */
export function ruleOfKind({ metric, isOn }: WatchRule, kind: WatchRule['kind']): WatchRule {
  return kind === 'passes'
    ? { kind, metric, isOn, value: 1000 }
    : { kind, metric, isOn, share: 0.5 };
}

export const USUAL_WATCH: WatchSettings = {
  isOn: false,
  rules: [
    { kind: 'passes', metric: 'SAVE', value: 1000, isOn: true },
    { kind: 'falls', metric: 'OUTBOUND_CLICK', share: 0.5, isOn: true },
    { kind: 'rises', metric: 'IMPRESSION', share: 1, isOn: true },
  ],
};

/** Holds what is stored to its shape: what is none is as it was at first. */
export function watchSettingsOf(stored: unknown): WatchSettings {
  const { isOn, rules } = (stored ?? {}) as Partial<WatchSettings>;
  if (!Array.isArray(rules) || !rules.every(isRule)) return USUAL_WATCH;
  return { isOn: isOn === true, rules };
}

function isRule(rule: unknown): rule is WatchRule {
  const { kind, metric, isOn, ...rest } = (rule ?? {}) as Record<string, unknown>;
  const measure = kind === 'passes' ? rest['value'] : rest['share'];
  return (
    ['passes', 'falls', 'rises'].includes(kind as string) &&
    WATCH_METRICS.includes(metric as WatchMetric) &&
    typeof isOn === 'boolean' &&
    typeof measure === 'number' &&
    measure > 0
  );
}

/** A day's counts, as Pinterest gives them. */
interface Day {
  date: string;
  data_status: string;
  metrics?: Record<string, number>;
}

/** How many days are held against as many before them. */
export const WATCH_DAYS = 7;

/**
 * Tells whether a rule about the account holds for its last 14 days. Null where any of them is not final: a number that
 * still grows would look like a fall.
 */
export function isMet(rule: WatchRule, days: readonly Day[]): boolean | null {
  if (rule.kind === 'passes') return false;
  const last = days
    .toSorted((one, other) => one.date.localeCompare(other.date))
    .slice(-2 * WATCH_DAYS);
  const values = last.map(({ data_status: status, metrics }) =>
    status === 'READY' ? metrics?.[rule.metric] : undefined,
  );
  if (values.length < 2 * WATCH_DAYS || values.includes(undefined)) return null;
  const sum = (part: (number | undefined)[]) =>
    part.reduce<number>((all, value) => all + (value ?? 0), 0);
  const before = sum(values.slice(0, WATCH_DAYS));
  const now = sum(values.slice(WATCH_DAYS));
  if (before === 0) return false;
  return rule.kind === 'falls'
    ? now <= before * (1 - rule.share)
    : now >= before * (1 + rule.share);
}

/** What a finding is remembered by, so that it is said once. */
export const keyOf = ({
  rule,
  pinId,
  accountId,
}: Pick<WatchNews, 'rule' | 'pinId' | 'accountId'>): string =>
  [
    accountId,
    rule.kind,
    rule.metric,
    rule.kind === 'passes' ? rule.value : rule.share,
    pinId ?? '',
  ].join(' ');
