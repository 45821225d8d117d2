import type { Context, Hono } from 'hono';

import { unit } from '../random.ts';
import { dayMs, dayOf } from '../series.ts';
import type { Account } from '../types.ts';
import type { HonoEnv, World } from '../world.ts';
import { errors } from './errors.ts';
import { ok, type Call, type Handler } from './pipeline.ts';
import { flag, listOf, oneOf, pageOf } from './reading.ts';

const granularities = ['TOTAL', 'DAY', 'HOUR', 'WEEK', 'MONTH'] as const;
const audiences = [
  'YOUR_TOTAL_AUDIENCE',
  'YOUR_ENGAGED_AUDIENCE',
  'PINTEREST_TOTAL_AUDIENCE',
] as const;
type Granularity = (typeof granularities)[number];

/** Answers what ads a business account runs and how they do; a personal account has none. Days are UTC. */
export const adHandlers: Record<string, Handler> = {
  'ad_accounts/list': (call) => {
    flag(call, 'include_shared_accounts');
    return ok(
      pageOf(call, 'ad accounts', adAccountsOf(call.account), ({ created_time: at }) => at),
    );
  },

  'ad_accounts/get': (call) => ok(ownAdAccount(call)),

  'ad_account/analytics': (call) => {
    const { id } = ownAdAccount(call);
    const granularity = oneOf(call, 'granularity', granularities);
    const columns = (call.query.get('columns') ?? '').split(',');
    if (!granularity || columns[0] === '')
      throw errors.invalid('Invalid ad account analytics parameters.');
    const range = rangeOf(call.query.get('start_date'), call.query.get('end_date'));
    const back = granularity === 'HOUR' ? 8 : 90;
    if (range.start < dayOf(Date.now()) - back * dayMs) {
      throw errors.invalid(`Invalid request: start_date is more than ${back} days back`);
    }
    return ok(rowsOf(id, range, granularity, columns));
  },

  'analytics/create_report': (call) => {
    const { id } = ownAdAccount(call);
    const { start_date: from, end_date: to, granularity, columns, level } = call.body;
    const steps = granularities.find((known) => known === granularity);
    if (!steps || !Array.isArray(columns) || columns.length === 0 || typeof level !== 'string') {
      throw errors.invalid('Invalid ad account report parameters.');
    }
    const rows = rowsOf(id, rangeOf(from, to), steps, columns.map(String));
    const token = `report-${call.world.reports.size + 1}-${id}`;
    call.world.reports.set(token, { rows, readyAt: Date.now() + call.world.processingMs });
    return ok({ token, report_status: 'IN_PROGRESS', message: null });
  },

  'analytics/get_report': (call) => {
    ownAdAccount(call);
    const token = call.query.get('token') ?? '';
    const report = call.world.reports.get(token);
    if (!report) return ok({ report_status: 'DOES_NOT_EXIST', url: null, size: null });
    if (report.readyAt > Date.now())
      return ok({ report_status: 'IN_PROGRESS', url: null, size: null });
    return ok({
      report_status: 'FINISHED',
      url: `${call.world.origin('pinterest')}/reports/${token}.json`,
      size: JSON.stringify(report.rows).length,
    });
  },

  'delivery_metrics/get': (call) => {
    oneOf(call, 'report_type', ['SYNC', 'ASYNC']);
    return ok({ items: metrics });
  },

  'audience_insights/get': (call) => {
    const { id } = ownAdAccount(call);
    const type = listOf(call, 'audience_insight_type', audiences)[0];
    if (!type) throw errors.invalid('Invalid request: audience_insight_type is required');
    return ok({
      type,
      date: new Date(dayOf(Date.now()) - 3 * dayMs).toISOString().slice(0, 10),
      size: 1000 * Math.ceil(40 * unit(`audience ${type} ${id}`)),
      size_is_upper_bound: true,
      demographics: Object.fromEntries(
        Object.entries(groups).map(([name, keys]) => [
          name,
          sharesOf(`${type} ${id} ${name}`, keys),
        ]),
      ),
      categories: sharesOf(`${type} ${id} interests`, [
        'Food and drinks',
        'Travel',
        'Gardening',
      ]).map(({ key, name, ratio }, index) => ({
        key,
        name,
        ratio,
        id: String(900 + index),
        index: 1 + unit(key),
      })),
    });
  },

  'audience_insights_scope_and_type/get': (call) => {
    ownAdAccount(call);
    const date = new Date(dayOf(Date.now()) - 3 * dayMs).toISOString().slice(0, 10);
    return ok({
      items: [
        { date, type: 'IMPRESSION_PLUS_ENGAGEMENT', scope: 'PARTNER' },
        { date, type: 'ENGAGEMENT', scope: 'PARTNER' },
      ],
    });
  },
};

/** Serves finished reports to whoever has their address, as an S3 bucket would. */
export function reportRoute(app: Hono<HonoEnv>, world: World): void {
  app.get('/reports/:file', (context: Context<HonoEnv>) => {
    const report = world.reports.get((context.req.param('file') ?? '').replace(/\.json$/, ''));
    return report ? context.json(report.rows as never) : context.notFound();
  });
}

const groups = {
  ages: ['18-24', '25-34', '35-44', '45-54', '55+'],
  genders: ['female', 'male', 'unknown'],
  devices: ['iphone', 'android', 'web', 'ipad'],
  countries: ['US', 'DE', 'FR', 'GB'],
  metros: ['New York', 'Berlin'],
};

const metrics = [
  ['SPEND_IN_DOLLAR', 'ADS', 'Spend', 'What the ads cost.'],
  ['TOTAL_IMPRESSION', 'ADS', 'Impressions', 'How often the ads were on screen.'],
  ['TOTAL_CLICKTHROUGH', 'ADS', 'Pin clicks', 'How often people clicked the ads.'],
  ['OUTBOUND_CLICK_1', 'ADS', 'Outbound clicks', 'How often people went to the destination.'],
  ['CTR', 'ADS', 'Click rate', 'Clicks for each impression.'],
  ['SAVE', 'ORGANIC', 'Saves', 'How often people saved the pins.'],
].map(([name, category, display, definition]) => ({
  name,
  category,
  display_name: display,
  definition,
}));

function adAccountsOf(account: Account) {
  if (account.type !== 'BUSINESS') return [];
  return [1, 2].map((number) => ({
    id: String(549_755_000_000 + Math.floor(unit(`ads ${account.username}`) * 1e6) + number),
    name: `${account.name} ${number === 1 ? 'ads' : 'tests'}`,
    owner: { id: account.id, username: account.username },
    country: 'US',
    currency: 'USD',
    permissions: ['OWNER'],
    created_time: 1_700_000_000 + number,
    updated_time: 1_750_000_000 + number,
  }));
}

function ownAdAccount(call: Call) {
  const found = adAccountsOf(call.account).find(({ id }) => id === call.path('ad_account_id'));
  if (!found) throw errors.forbidden();
  return found;
}

function rangeOf(from: unknown, to: unknown) {
  const read = (text: unknown) =>
    typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Date.parse(`${text}T00:00:00Z`)
      : NaN;
  const [start, end] = [read(from), read(to)];
  if (!(start <= end))
    throw errors.invalid('Invalid request: start_date and end_date are no period');
  return { start, end };
}

const lengths: Readonly<Record<Granularity, number>> = {
  TOTAL: Infinity,
  HOUR: dayMs / 24,
  DAY: dayMs,
  WEEK: 7 * dayMs,
  MONTH: 30 * dayMs,
};

function rowsOf(
  id: string,
  { start, end }: { start: number; end: number },
  granularity: Granularity,
  columns: readonly string[],
) {
  const rows = [];
  const last = granularity === 'HOUR' ? end + dayMs - 1 : end;
  for (let at = start; at <= last; at += lengths[granularity]) {
    const time = new Date(at).toISOString();
    // Rows of hours name their day alone: the description gives `DATE` as a date in every step.
    const date = time.slice(0, 10);
    rows.push({
      ...Object.fromEntries(
        columns.map((column) => [
          column,
          valueOf(column, `${id} ${granularity === 'HOUR' ? time : date}`),
        ]),
      ),
      AD_ACCOUNT_ID: id,
      ...(granularity === 'TOTAL' ? {} : { DATE: date }),
    });
  }
  return rows;
}

function valueOf(column: string, key: string): string | number {
  const part = unit(`${column} ${key}`);
  if (column.endsWith('_ID')) return '1';
  if (column.endsWith('_NAME')) return 'Spring';
  if (/RATE|CTR/.test(column)) return Number((part / 20).toFixed(4));
  return /DOLLAR/.test(column) ? Number((part * 40).toFixed(2)) : Math.floor(part * 2000);
}

function sharesOf(key: string, names: readonly string[]) {
  const parts = names.map((name) => 0.1 + unit(`${key} ${name}`));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return names.map((name, index) => ({
    key: name,
    name,
    ratio: Number(((parts[index] ?? 0) / whole).toFixed(3)),
  }));
}
