/*
 * Pinterest's wire objects of organic analytics (API description 5.23). Days are UTC.
 */

export interface DailyMetrics {
  /** `YYYY-MM-DD`, UTC. */
  date: string;
  /** `READY` where the numbers are final; 22 other values say why not. */
  data_status: string;
  metrics?: Record<string, number>;
}

export interface AnalyticsMetrics {
  daily_metrics?: DailyMetrics[];
  summary_metrics?: Record<string, number>;
  lifetime_metrics?: Record<string, number>;
}

/** Keyed by the value that it is split by; `all` where it is not split. */
export type Analytics = Record<string, AnalyticsMetrics>;

/** Dates are `YYYY-MM-DD` in UTC, at most 90 days back. */
export interface PeriodQuery {
  start_date: string;
  end_date: string;
}

/** Filters that the account's numbers and its top pins share; each is one value, `ALL` or `BOTH` where absent. */
export interface AnalyticsFilters {
  from_claimed_content?: 'OTHER' | 'CLAIMED' | 'BOTH';
  pin_format?: string;
  app_types?: 'ALL' | 'MOBILE' | 'TABLET' | 'WEB';
  content_type?: 'ALL' | 'PAID' | 'ORGANIC';
  source?: 'ALL' | 'YOUR_PINS' | 'OTHER_PINS';
  metric_types?: string[];
}

export type AccountAnalyticsQuery = PeriodQuery &
  AnalyticsFilters & {
    split_field?: 'NO_SPLIT' | 'APP_TYPE' | 'OWNED_CONTENT' | 'SOURCE' | 'PIN_FORMAT';
  };

/** Images sort by five metrics, videos by nine (research/pinterest-api.md §1f). */
export type TopPinsQuery = PeriodQuery &
  AnalyticsFilters & {
    sort_by: string;
    /** 1 to 50, 10 where absent. */
    num_of_pins?: number;
    created_in_last_n_days?: 30;
  };

export interface TopPins {
  /** `latest_available_timestamp` is ms of UTC. */
  date_availability?: { is_realtime?: boolean; latest_available_timestamp?: number };
  sort_by?: string;
  pins?: TopPin[];
}

export interface TopPin {
  pin_id?: string;
  metrics?: Record<string, number>;
  /** Why a number is not final, by metric. */
  data_status?: Record<string, string>;
}
