import type { Send } from '../messages/create-send';
import type { Report } from '../pinterest/types-ads';
import { defineItem } from '../storage/item';
import type { StatsInput } from './operations';
import { readStats } from './read';

/** Which report was ordered last of an ad account: it is found again where its view was left, as long as the browser is open. */
const lastOrder = (adAccountId: string) =>
  defineItem<string>(`session:stats/order?${adAccountId}`, { fallback: '' });

/** Gives the token of the report that was ordered last of an ad account; '' where there is none. */
export const orderedReport = (adAccountId: string): Promise<string> =>
  lastOrder(adAccountId).getValue();

/**
 * Orders a report and gives its token; '' where Pinterest took no order, and said so by giving none.
 * @throws AppError as the client does
 */
export async function orderReport(
  ask: Send,
  request: StatsInput<'analytics/create_report'>,
): Promise<string> {
  const { reply } = await readStats(ask, 'analytics/create_report', request, true);
  const token = reply.token ?? '';
  await lastOrder(request.ad_account_id).setValue(token);
  return token;
}

/**
 * Asks how a report is. Its address is good for five minutes, the report for an hour: it is asked for anew each time.
 * @throws AppError as the client does
 */
export async function readReport(ask: Send, adAccountId: string, token: string): Promise<Report> {
  const input = { ad_account_id: adAccountId, token };
  return (await readStats(ask, 'analytics/get_report', input, true)).reply;
}
