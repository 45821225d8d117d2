/*
 * Pinterest's wire objects of ads (API description 5.23), as far as numbers are read. Money comes as dollars or as
 * millionths of the account's currency, and the column's name says which.
 */

export interface AdAccount {
  id: string;
  name?: string;
  owner?: { id?: string; username?: string };
  country?: string;
  currency?: string;
  permissions?: string[];
  /** Seconds of UTC. */
  created_time?: number | null;
  updated_time?: number | null;
}

/** `HOUR` reaches 8 days back, the others 90 (reports: 914). */
export type Granularity = 'TOTAL' | 'DAY' | 'HOUR' | 'WEEK' | 'MONTH';

/** Days after a click, an engagement or a view in which a conversion still counts. */
export type WindowDays = 0 | 1 | 7 | 14 | 30 | 60;

interface Attribution {
  click_window_days?: WindowDays;
  engagement_window_days?: WindowDays;
  view_window_days?: WindowDays;
  conversion_report_time?: 'TIME_OF_AD_ACTION' | 'TIME_OF_CONVERSION';
}

interface AdPeriod {
  /** `YYYY-MM-DD`, UTC. */
  start_date: string;
  end_date: string;
  granularity: Granularity;
  columns: string[];
}

export type AdAnalyticsQuery = AdPeriod & Attribution;

/** One row per day, hour, week or month, or one in all; a column without a value is missing. */
export type AdAnalyticsRow = { AD_ACCOUNT_ID: string; DATE?: string } & Record<
  string,
  string | number | null | undefined
>;

export type ReportRequest = AdPeriod &
  Attribution & {
    level: string;
    report_format?: 'JSON' | 'CSV';
  };

export type ReportStatus =
  | 'DOES_NOT_EXIST'
  | 'FINISHED'
  | 'IN_PROGRESS'
  | 'EXPIRED'
  | 'FAILED'
  | 'CANCELLED';

export interface ReportOrder {
  token?: string;
  report_status?: ReportStatus;
  message?: string | null;
}

export interface Report {
  report_status?: ReportStatus;
  url?: string | null;
  /** Bytes. */
  size?: number | null;
}

export interface DeliveryMetrics {
  items?: {
    category?: 'ADS' | 'ORGANIC';
    name?: string;
    definition?: string;
    display_name?: string;
  }[];
}

export type AudienceType =
  | 'YOUR_TOTAL_AUDIENCE'
  | 'YOUR_ENGAGED_AUDIENCE'
  | 'PINTEREST_TOTAL_AUDIENCE';

/** A share of an audience; `ratio` is 0 to 1. */
export interface AudienceShare {
  key?: string;
  name?: string;
  ratio?: number;
}

export interface AudienceInsights {
  type?: AudienceType;
  /** `YYYY-MM-DD` of the count. */
  date?: string | null;
  size?: number;
  size_is_upper_bound?: boolean;
  demographics?: Partial<
    Record<'ages' | 'genders' | 'devices' | 'countries' | 'metros', AudienceShare[]>
  >;
  categories?: (AudienceShare & { index?: number; subcategories?: AudienceShare[] })[];
}

export interface AudienceDefinitions {
  items?: { date?: string | null; scope?: string; type?: string }[];
}
