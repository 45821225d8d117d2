import { browser } from 'wxt/browser';

import { AppError, toErrorInfo } from '../errors';
import { t } from '../i18n';
import type { PinterestClient } from '../pinterest/client';
import { dateOf } from '../stats/periods';
import { clockOffset, dailyBudget } from '../storage/items';
import { currentBudgets } from '../storage/lane-pause';
import { watchLook, watchNews, watchSettings, watchTold } from '../storage/late-items';
import { WATCH_ALARM, WATCH_NOTIFICATION } from './alarm';
import {
  isMet,
  keyOf,
  WATCH_DAYS,
  watchSettingsOf,
  type WatchLook,
  type WatchNews,
  type WatchRule,
} from './rules';
import { newsText } from './words';

const DAY_MS = 86_400_000;

/** Calls of the day that are left to the person, where Pinterest counts them by the day. */
const LEFT_TO_PERSON = 50;
/** What is told again, and when: a fall that goes on is not said every day. */
const AGAIN_MS = 7 * DAY_MS;
const MOST_NEWS = 100;
const MOST_TOLD = 1000;

/** Sees to it that the numbers are looked at once a day, where the person asked for that, and not at all else. */
export async function ensureWatch(): Promise<void> {
  const { isOn } = watchSettingsOf(await watchSettings.getValue());
  const alarm = await browser.alarms.get(WATCH_ALARM);
  if (isOn && !alarm?.periodInMinutes)
    await browser.alarms.create(WATCH_ALARM, { delayInMinutes: 10, periodInMinutes: 24 * 60 });
  if (!isOn && alarm) await browser.alarms.clear(WATCH_ALARM);
}

/**
 * What a look brought: how much was told of, whether pins were above a number before its rule was there, and whether a rule
 * could not be told.
 */
type Outcome = Required<Pick<WatchLook, 'found' | 'hasOlder' | 'isUntold'>>;

/** Looks once, and keeps for the panel what came of it: a look that failed is said there. Never throws. */
export async function lookOnce(
  current: () => Promise<{ client: PinterestClient; accountId: string }>,
  now = Date.now(),
): Promise<void> {
  let accountId = '';
  try {
    const { client, accountId: own } = await current();
    accountId = own;
    const outcome = await watchNumbers(client, accountId, now);
    if (outcome) await watchLook.setValue({ at: now, accountId, error: null, ...outcome });
  } catch (met) {
    const error = toErrorInfo(met);
    await watchLook.setValue({ at: now, accountId, error, found: 0, hasOlder: false });
  }
}

/**
 * Reads the account's numbers and its top pins, two requests or so, and tells what the person's rules found: in the panel,
 * and by a notification where the browser lets Tack. Pins that are above a rule's number at its first look are old news, and
 * not told of. Gives null where it is off.
 *
 * @throws AppError as the client does; `api/rate-limited` where the day's calls run short
 */
export async function watchNumbers(
  client: PinterestClient,
  accountId: string,
  now = Date.now(),
): Promise<Outcome | null> {
  const { isOn, rules } = watchSettingsOf(await watchSettings.getValue());
  if (!isOn) return null;
  await leaveSome(now);
  const active = rules.filter((rule) => rule.isOn);
  const clockMs = await clockOffset.getValue();
  const { all, isUntold } = await look(client, accountId, active, { now, clockMs });
  const found = new Map(all.map((each) => [keyOf(each), each]));
  const told = await watchTold.getValue();
  const keyOfRule = (rule: WatchRule) => keyOf({ rule, accountId, pinId: null });
  const isOlder = ({ rule, pinId }: WatchNews) =>
    pinId !== null && told[keyOfRule(rule)] === undefined;
  const isNews = (key: string, each: WatchNews) =>
    told[key] === undefined ? !isOlder(each) : !each.pinId && now - told[key] >= AGAIN_MS;
  const news = [...found].filter(([key, each]) => isNews(key, each)).map(([, each]) => each);
  await remember(told, now, [
    ...active.filter(({ kind }) => kind === 'passes').map(keyOfRule), // its first look is over
    ...[...found].filter(([, { pinId }]) => pinId).map(([key]) => key),
    ...news.map(keyOf),
  ]);
  if (news.length > 0) {
    await watchNews.setValue([...news, ...(await watchNews.getValue())].slice(0, MOST_NEWS));
    await notify(news);
  }
  return { found: news.length, hasOlder: [...found.values()].some(isOlder), isUntold };
}

/** @throws AppError `api/rate-limited` where what is left of the day's calls is the person's */
async function leaveSome(now: number): Promise<void> {
  const budget = currentBudgets(await dailyBudget.getValue(), now)['org_analytics'];
  if (!budget || budget.remaining >= LEFT_TO_PERSON) return;
  throw new AppError('api/rate-limited', { retryAfterMs: Math.max(0, budget.resetAt - now) });
}

/** Notes what need not be told, as of now. */
async function remember(
  told: Record<string, number>,
  now: number,
  keys: readonly string[],
): Promise<void> {
  const all = { ...told, ...Object.fromEntries(keys.map((key) => [key, now])) };
  const newest = Object.entries(all).toSorted(([, one], [, other]) => other - one);
  await watchTold.setValue(Object.fromEntries(newest.slice(0, MOST_TOLD)));
}

async function look(
  client: PinterestClient,
  accountId: string,
  rules: readonly WatchRule[],
  { now, clockMs }: { now: number; clockMs: number },
): Promise<{ all: WatchNews[]; isUntold: boolean }> {
  // Which day it is at Pinterest decides which days can be asked for.
  const date = (daysBack: number) => dateOf(now + clockMs - daysBack * DAY_MS);
  const all: WatchNews[] = [];
  let isUntold = false;
  const say = (rule: WatchRule, pinId: string | null = null) =>
    all.push({ at: now, accountId, rule, pinId });
  const ofAccount = rules.filter(({ kind }) => kind !== 'passes');
  if (ofAccount.length > 0) {
    // Yesterday is an estimate as a rule: the days end with the one before.
    const period = { start_date: date(2 * WATCH_DAYS + 1), end_date: date(2) };
    const reply = await client.call('user_account/analytics', {
      ...period,
      metric_types: [...new Set(ofAccount.map(({ metric }) => metric))],
    });
    const days = (reply['all'] ?? reply['ALL'])?.daily_metrics ?? [];
    for (const rule of ofAccount) {
      const met = isMet(rule, days);
      if (met) say(rule);
      isUntold ||= met === null;
    }
  }
  const ofPins = Map.groupBy(
    rules.filter((rule) => rule.kind === 'passes'),
    ({ metric }) => metric,
  );
  for (const [metric, own] of ofPins) {
    const { pins = [] } = await client.call('user_account/analytics/top_pins', {
      start_date: date(89),
      end_date: date(1),
      sort_by: metric,
      num_of_pins: 50,
      metric_types: [metric],
    });
    for (const rule of own)
      for (const { pin_id: id, metrics } of pins)
        if (id && (metrics?.[metric] ?? 0) >= rule.value) say(rule, id);
  }
  return { all, isUntold };
}

async function notify(news: readonly WatchNews[]): Promise<void> {
  await browser.notifications
    ?.create(WATCH_NOTIFICATION, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('watchTitle'),
      message: [...new Set(news.map(newsText))].slice(0, 4).join('\n'),
    })
    .catch(() => undefined); // taken away meanwhile: the panel says it as well
}
