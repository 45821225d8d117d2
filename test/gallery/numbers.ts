import type { Pin } from '../../lib/pinterest/types';
import type { Analytics, DailyMetrics } from '../../lib/pinterest/types-analytics';
import { NOW } from './clock.ts';
import { boards, longWords, picture } from './data.ts';

const DAY = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A day's numbers: a slow rise with a week in it. The last two are still being counted. */
function day(ms: number, scale: number): DailyMetrics {
  const at = Math.round(ms / DAY);
  const seen = Math.round(scale * (1100 + (at % 90) * 9 + Math.sin(at) * 180));
  const part = (share: number) => Math.round(seen * share);
  const engaged = part(0.09);
  return {
    date: dayOf(ms),
    data_status: ms > NOW - 3 * DAY ? 'PROCESSING' : 'READY',
    metrics: {
      IMPRESSION: seen,
      SAVE: part(0.031),
      PIN_CLICK: part(0.042),
      OUTBOUND_CLICK: part(0.018),
      ENGAGEMENT: engaged,
    },
  };
}

interface Asked {
  start_date?: string;
  end_date?: string;
  split_field?: string;
  pin_ids?: string[];
}

function days({ start_date = '', end_date = '' }: Asked, scale: number): DailyMetrics[] {
  const list: DailyMetrics[] = [];
  for (let ms = Date.parse(start_date); ms <= Date.parse(end_date); ms += DAY)
    list.push(day(ms, scale));
  return list;
}

const splits: Record<string, readonly string[]> = {
  APP_TYPE: ['MOBILE', 'WEB', 'TABLET'],
  SOURCE: ['YOUR_PINS', 'OTHER_PINS'],
  OWNED_CONTENT: ['OWNED', 'OTHER'],
  PIN_FORMAT: ['REGULAR', 'VIDEO', 'CAROUSEL'],
};

const table = (asked: Asked, scale: number) => ({
  daily_metrics: days(asked, scale),
  summary_metrics: {},
});

const analytics = (asked: Asked): Analytics => {
  const parts = splits[asked.split_field ?? ''];
  if (!parts) return { all: table(asked, 1) };
  return Object.fromEntries(parts.map((name, at) => [name, table(asked, 0.6 / (at + 1))]));
};

const titles = [
  'Burnt-honey panna cotta',
  'Green sauce for everything',
  'Fig and thyme focaccia',
  'Knife skills, part 2 (video)',
  longWords.title,
  '',
];

/** The cook's pins, newest first. */
export const pins: Pin[] = titles.map((title, at) => ({
  id: `90${at}`,
  title,
  description: at === 0 ? 'Silky, barely set and deeply caramelised.' : '',
  alt_text: at === 2 ? '' : 'A dish on a stone plate',
  link: at === 3 ? '' : `https://lindaskitchen.com/${at}/`,
  board_id: boards[at]?.id ?? '1',
  created_at: new Date(NOW - (at * 5 + 1) * DAY).toISOString().slice(0, 19),
  creative_type: at === 3 ? 'VIDEO' : 'REGULAR',
  media: { images: { '150x150': { width: 150, height: 150, url: picture(at) } } },
  pin_metrics: {
    '90d': { impression: 6120 - at * 700, save: 214 - at * 20, clickthrough: 97 - at * 9 },
    lifetime_metrics: { impression: 9120, save: 420, clickthrough: 190, reaction: 12, comment: 3 },
  },
}));

const topPins = {
  date_availability: { is_realtime: false, latest_available_timestamp: NOW - 2 * DAY },
  sort_by: 'IMPRESSION',
  pins: pins.slice(0, 5).map(({ id }, at) => ({
    pin_id: id,
    metrics: { IMPRESSION: 6120 - at * 700, SAVE: 214 - at * 20, OUTBOUND_CLICK: 97 - at * 9 },
  })),
};

const share = (key: string, ratio: number) => ({ key, name: key, ratio });

/** Pinterest's replies to what views ask it for, by operation. */
export const replies: Record<string, unknown> = {
  'user_account/analytics': analytics,
  'user_account/analytics/top_pins': topPins,
  'user_account/analytics/top_video_pins': { ...topPins, pins: [] },
  'pins/list': { items: pins, bookmark: null },
  'pins/get': ({ pin_id }: { pin_id: string }) => pins.find(({ id }) => id === pin_id),
  'pins/analytics': (asked: Asked) => ({ all: table(asked, 0.1) }),
  'multi_pins/analytics': (asked: Asked) =>
    Object.fromEntries(
      (asked.pin_ids ?? [])
        .slice(0, 4)
        .map((id, at) => [id, { all: table(asked, 0.1 / (at + 1)) }]),
    ),
  'ad_accounts/list': {
    items: [{ id: '55', name: 'Linda’s ads', country: 'DE', currency: 'EUR' }],
    bookmark: null,
  },
  'ad_accounts/get': { id: '55', name: 'Linda’s ads', country: 'DE', currency: 'EUR' },
  'ad_account/analytics': [{ AD_ACCOUNT_ID: '55', SPEND_IN_DOLLAR: 120.5, TOTAL_IMPRESSION: 9000 }],
  'delivery_metrics/get': {
    items: [
      { category: 'ADS', name: 'SPEND_IN_DOLLAR', display_name: 'Spend' },
      { category: 'ADS', name: 'TOTAL_IMPRESSION', display_name: 'Impressions' },
    ],
  },
  'audience_insights_scope_and_type/get': { items: [{ date: '2026-11-01' }] },
  'audience_insights/get': {
    size: 48_000,
    date: '2026-11-01',
    demographics: {
      ages: [share('25-34', 0.41), share('35-44', 0.33)],
      devices: [share('iphone', 0.52), share('web', 0.2)],
    },
    categories: [{ ...share('Food and drinks', 0.8), index: 1.9, subcategories: [] }],
  },
  'boards/get': ({ board_id }: { board_id: string }) => ({
    id: board_id,
    name: boards.find(({ id }) => id === board_id)?.name,
    description: longWords.about,
    privacy: 'PUBLIC',
    pin_count: 412,
    follower_count: 1280,
  }),
  'boards/list_pins': { items: pins, bookmark: null },
  'board_sections/list_pins': { items: [], bookmark: null },
  'search_user_pins/list': { items: pins.slice(0, 2), bookmark: null },
  'search_user_boards/get': { items: [{ id: '1', name: boards[0]?.name }], bookmark: null },
  'followers/list': {
    items: [{ username: 'olaf' }, { username: longWords.username }],
    bookmark: null,
  },
};
