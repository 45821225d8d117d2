import { browser } from 'wxt/browser';

import { t } from '../i18n';
import type { PinterestClient } from '../pinterest/client';
import { dailyBudget } from '../storage/items';
import { currentBudgets } from '../storage/lane-pause';
import { watchNews, watchSettings, watchTold } from '../storage/late-items';
import { WATCH_ALARM, WATCH_NOTIFICATION } from './alarm';
import { isMet, keyOf, WATCH_DAYS, watchSettingsOf, type WatchNews, type WatchRule } from './rules';
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
 * Reads the account's numbers and its top pins, two requests or so, and tells what the person's rules found: in the panel,
 * and by a notification where the browser lets Tack. Does nothing where the day's calls run short.
 *
 * @throws AppError as the client does
 */
export async function watchNumbers(
  client: PinterestClient,
  accountId: string,
  now = Date.now(),
): Promise<void> {
  const { isOn, rules } = watchSettingsOf(await watchSettings.getValue());
  const budgets = currentBudgets(await dailyBudget.getValue(), now);
  const left = budgets['org_analytics']?.remaining ?? Infinity;
  if (!isOn || left < LEFT_TO_PERSON) return;
  const found = await look(
    client,
    accountId,
    rules.filter((rule) => rule.isOn),
    now,
  );
  const told = await watchTold.getValue();
  const news = found.filter((each) => {
    const at = told[keyOf(each)];
    return at === undefined || (each.pinId === null && now - at >= AGAIN_MS);
  });
  if (news.length === 0) return;
  const remembered = { ...told, ...Object.fromEntries(news.map((each) => [keyOf(each), now])) };
  const newest = Object.entries(remembered).toSorted(([, one], [, other]) => other - one);
  await watchTold.setValue(Object.fromEntries(newest.slice(0, MOST_TOLD)));
  await watchNews.setValue([...news, ...(await watchNews.getValue())].slice(0, MOST_NEWS));
  await notify(news);
}

async function look(
  client: PinterestClient,
  accountId: string,
  rules: readonly WatchRule[],
  now: number,
): Promise<WatchNews[]> {
  const date = (daysBack: number) => new Date(now - daysBack * DAY_MS).toISOString().slice(0, 10);
  const news: WatchNews[] = [];
  const say = (rule: WatchRule, pinId: string | null = null) =>
    news.push({ at: now, accountId, rule, pinId });
  const ofAccount = rules.filter(({ kind }) => kind !== 'passes');
  if (ofAccount.length > 0) {
    // Yesterday is an estimate as a rule: the days end with the one before.
    const period = { start_date: date(2 * WATCH_DAYS + 1), end_date: date(2) };
    const reply = await client.call('user_account/analytics', {
      ...period,
      metric_types: [...new Set(ofAccount.map(({ metric }) => metric))],
    });
    const days = (reply['all'] ?? reply['ALL'])?.daily_metrics ?? [];
    for (const rule of ofAccount) if (isMet(rule, days)) say(rule);
  }
  for (const rule of rules) {
    if (rule.kind !== 'passes') continue;
    const { pins = [] } = await client.call('user_account/analytics/top_pins', {
      start_date: date(89),
      end_date: date(1),
      sort_by: rule.metric,
      num_of_pins: 50,
      metric_types: [rule.metric],
    });
    for (const { pin_id: id, metrics } of pins)
      if (id && (metrics?.[rule.metric] ?? 0) >= rule.value) say(rule, id);
  }
  return news;
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
