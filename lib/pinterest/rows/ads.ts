import { endpoint } from '../endpoint';
import * as reply from '../replies';
import type { Page, PageQuery } from '../types';
import type {
  AdAccount,
  AdAnalyticsQuery,
  AdAnalyticsRow,
  AudienceDefinitions,
  AudienceInsights,
  AudienceType,
  DeliveryMetrics,
  Report,
  ReportOrder,
  ReportRequest,
} from '../types-ads';
import { adsAnalytics, adsRead, readAds } from './kinds';

interface AdAccountInput {
  ad_account_id: string;
}

/** Ads, read only: accounts, their numbers, reports, and the audiences whose make-up Pinterest gives. */
export const adRows = {
  'ad_accounts/list': endpoint<
    PageQuery & { include_shared_accounts?: boolean },
    Page<AdAccount>
  >()('GET', '/ad_accounts', { scopes: readAds, reply: reply.adAccountPage, ...adsRead }),
  'ad_accounts/get': endpoint<AdAccountInput, AdAccount>()('GET', '/ad_accounts/{ad_account_id}', {
    scopes: readAds,
    reply: reply.adAccount,
    ...adsRead,
  }),
  'ad_account/analytics': endpoint<AdAccountInput & AdAnalyticsQuery, AdAnalyticsRow[]>()(
    'GET',
    '/ad_accounts/{ad_account_id}/analytics',
    { scopes: readAds, reply: reply.adAnalytics, ...adsAnalytics },
  ),
  /** Orders a report. A second order of the same is only another token. */
  'analytics/create_report': endpoint<AdAccountInput & ReportRequest, ReportOrder>()(
    'POST',
    '/ad_accounts/{ad_account_id}/reports',
    { scopes: readAds, reply: reply.reportOrder, inSandbox: false, ...adsAnalytics },
  ),
  /** How an ordered report is. Its address is good for 5 minutes, the report for an hour. */
  'analytics/get_report': endpoint<AdAccountInput & { token: string }, Report>()(
    'GET',
    '/ad_accounts/{ad_account_id}/reports',
    { scopes: readAds, reply: reply.report, inSandbox: false, ...adsAnalytics },
  ),
  /** What the columns of reports mean, in Pinterest's own words. */
  'delivery_metrics/get': endpoint<{ report_type?: 'SYNC' | 'ASYNC' }, DeliveryMetrics>()(
    'GET',
    '/resources/delivery_metrics',
    {
      scopes: ['ads:read', 'pins:read', 'user_accounts:read'],
      reply: reply.deliveryMetrics,
      ...adsRead,
    },
  ),
  'audience_insights/get': endpoint<
    AdAccountInput & { audience_insight_type: AudienceType },
    AudienceInsights
  >()('GET', '/ad_accounts/{ad_account_id}/audience_insights', {
    scopes: readAds,
    reply: reply.audienceInsights,
    inSandbox: false,
    ...adsRead,
  }),
  /** Which audiences there are numbers of. */
  'audience_insights_scope_and_type/get': endpoint<AdAccountInput, AudienceDefinitions>()(
    'GET',
    '/ad_accounts/{ad_account_id}/insights/audiences',
    { scopes: readAds, reply: reply.audienceDefinitions, inSandbox: false, ...adsRead },
  ),
} as const;
