import { accountDay, dayMs, dayOf, pinDay, reactionsOf } from '../series.ts';
import type { Pin } from '../types.ts';
import { isSecret, ownPin, seesSecret } from './access.ts';
import { errors } from './errors.ts';
import * as figures from './figures.ts';
import { ok, type Call, type Handler } from './pipeline.ts';
import { listOf, oneOf, wholeNumber } from './reading.ts';
import { creativeType } from './shapes.ts';

/** Pinterest counts for business accounts only: their first day begins the days that it knows of (`BEFORE_BUSINESS_CREATED`). */
const isPersonal = ({ account }: Call) => account.type !== 'BUSINESS';

const refusals = {
  account: () => errors.parameters('Invalid user accounts analytics parameters.'),
  pin: () => errors.parameters('Invalid pins analytics parameters.'),
  pins: () => errors.invalid('Invalid multi_pins analytics parameters.'),
};

/** Answers how pins and accounts do. Days are UTC; today is still being counted, yesterday is an estimate. */
export const analyticsHandlers: Record<string, Handler> = {
  'user_account/analytics': (call) => {
    if (isPersonal(call)) throw errors.noAccountNumbers();
    const range = rangeOf(call, refusals.account);
    readFilters(call);
    const metrics = metricsOf(call, figures.accountMetrics) ?? figures.accountMetrics;
    const split = oneOf(
      call,
      'split_field',
      ['NO_SPLIT', 'APP_TYPE', 'OWNED_CONTENT', 'SOURCE', 'PIN_FORMAT'],
      'NO_SPLIT',
    );
    const day = (at: number) => accountDay(call.account, at);
    return ok(figures.tables(range, { metrics, day, split, share: shareOf(call) }));
  },

  'user_account/analytics/top_pins': (call) =>
    topPins(call, 'IMPRESSION', figures.topSorts, figures.accountMetrics),

  'user_account/analytics/top_video_pins': (call) =>
    topPins(call, 'VIDEO', figures.videoSorts, figures.videoSorts),

  'pins/analytics': (call) => {
    const pin = ownPin(call, call.path('pin_id'));
    if (isPersonal(call)) throw errors.noPinNumbers();
    const range = rangeOf(call, refusals.pin);
    const split = oneOf(call, 'split_field', ['NO_SPLIT', 'APP_TYPE'], 'NO_SPLIT');
    return ok(
      pinTables(call, pin, range, { metrics: pinMetrics(call, [pin], refusals.pin), split }),
    );
  },

  'multi_pins/analytics': (call) => {
    const ids = call.query.getAll('pin_ids');
    if (ids.length === 0 || ids.length > 100 || !ids.every((id) => /^\d+$/.test(id)))
      throw refusals.pins();
    const range = rangeOf(call, refusals.pins);
    const pins = [...new Set(ids)].map((id) => {
      const pin = call.world.store.pins.get(id);
      if (!pin) throw errors.noPin();
      const isHidden = isSecret(call, pin) && !seesSecret(call, 'pins');
      if (isPersonal(call) || pin.ownerId !== call.account.id || isHidden) {
        throw Object.assign(errors.scope(), {
          code: 7,
          message: 'Not authorized to access board or Pin.',
        });
      }
      return pin;
    });
    const metrics = pinMetrics(call, pins, refusals.pins);
    const known = pins.filter(
      (pin) => dayOf(pin.createdAt) <= range.end && dayOf(pin.createdAt) < dayOf(Date.now()),
    );
    return ok(
      Object.fromEntries(
        known.map((pin) => [pin.id, pinTables(call, pin, range, { metrics, split: 'NO_SPLIT' })]),
      ),
    );
  },
};

function pinTables(
  call: Call,
  pin: Pin,
  range: figures.Range,
  { metrics, split }: { metrics: readonly string[]; split: 'NO_SPLIT' | 'APP_TYPE' },
) {
  const share = figures.shares.APP_TYPE[oneOf(call, 'app_types', appTypes, 'ALL')] ?? 1;
  const day = (at: number) => pinDay(pin, at);
  const born = dayOf(pin.createdAt);
  const lifetime = Object.fromEntries(
    Object.entries(reactionsOf(pin)).filter(([name]) => metrics.includes(name)),
  );
  const tables = figures.tables(range, { metrics, day, split, share, born });
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, { ...table, lifetime_metrics: lifetime }]),
  );
}

function pinMetrics(call: Call, pins: readonly Pin[], refused: () => Error): readonly string[] {
  const isVideo = pins.every((pin) => creativeType(pin) === 'VIDEO');
  const metrics = metricsOf(call, isVideo ? figures.pinVideoMetrics : figures.pinMetrics, refused);
  if (!metrics) throw refused();
  return metrics;
}

function metricsOf(
  call: Call,
  known: readonly string[],
  refused: () => Error = refusals.account,
): readonly string[] | undefined {
  if (!call.query.has('metric_types')) return undefined;
  const wanted = call.query.getAll('metric_types').flatMap((text) => text.split(','));
  if (!wanted.every((metric) => known.includes(metric))) throw refused();
  return wanted;
}

function topPins(
  call: Call,
  kind: 'IMPRESSION' | 'VIDEO',
  sorts: readonly string[],
  known: readonly string[],
) {
  if (isPersonal(call)) throw errors.noAccountNumbers();
  const sortBy = oneOf(call, 'sort_by', sorts);
  if (!sortBy) throw errors.invalid('Invalid request: sort_by is required');
  const range = rangeOf(call, refusals.account);
  readFilters(call);
  const metrics = metricsOf(call, known) ?? known;
  const count = wholeNumber(call, 'num_of_pins', { to: 50, fallback: 10 });
  const recent = oneOf(call, 'created_in_last_n_days', ['30']) ? Date.now() - 30 * dayMs : 0;
  const pins = call.world.store
    .ownerPins(call.account.id)
    .filter((pin) => pin.createdAt >= recent && (seesSecret(call, 'pins') || !isSecret(call, pin)))
    .filter((pin) => kind === 'IMPRESSION' || creativeType(pin) === 'VIDEO')
    // Thousands of pins need not all be added up to find the ten best.
    .slice(0, 2000)
    .map((pin) => ({
      pin,
      sums: figures.summary(range, (at) => pinDay(pin, at), [...new Set([...metrics, sortBy])]),
    }))
    .toSorted((one, other) => (other.sums[sortBy] ?? 0) - (one.sums[sortBy] ?? 0))
    .slice(0, count)
    .map(({ pin, sums }) => ({
      pin_id: pin.id,
      metrics: Object.fromEntries(metrics.map((metric) => [metric, sums[metric] ?? 0])),
      data_status: Object.fromEntries(metrics.map((metric) => [metric, 'READY'])),
    }));
  const latest = dayOf(Date.now()) - dayMs - 1000;
  return ok({
    date_availability: { is_realtime: false, latest_available_timestamp: latest },
    sort_by: sortBy,
    pins,
  });
}

const appTypes = ['ALL', 'MOBILE', 'TABLET', 'WEB'] as const;

function readFilters(call: Call) {
  oneOf(call, 'from_claimed_content', ['OTHER', 'CLAIMED', 'BOTH'], 'BOTH');
  oneOf(call, 'content_type', ['ALL', 'PAID', 'ORGANIC'], 'ALL');
  oneOf(call, 'source', ['ALL', 'YOUR_PINS', 'OTHER_PINS'], 'ALL');
  listOf(call, 'pin_format', figures.pinFormats);
}

function shareOf(call: Call): number {
  const value = (name: string) => call.query.get(name) ?? '';
  return (
    (figures.shares.APP_TYPE[oneOf(call, 'app_types', appTypes, 'ALL')] ?? 1) *
    (figures.shares.OWNED_CONTENT[value('from_claimed_content')] ?? 1) *
    (figures.shares.SOURCE[value('source')] ?? 1) *
    (figures.shares.PIN_FORMAT[value('pin_format')] ?? 1) *
    (value('content_type') === 'PAID' ? 0 : 1)
  );
}

/** Reads the days that are asked for: at most 90 back, not in the future, in order. */
function rangeOf(call: Call, refused: () => Error): figures.Range {
  const read = (name: string) => {
    const text = call.query.get(name) ?? '';
    const at = Date.parse(`${text}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(at)) throw refused();
    return at;
  };
  const range = { start: read('start_date'), end: read('end_date') };
  const today = dayOf(Date.now());
  if (range.start < today - 90 * dayMs || range.end > today || range.start > range.end)
    throw refused();
  return range;
}
