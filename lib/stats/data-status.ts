/**
 * What each of Pinterest's 23 `data_status` values means for a number: `final`, `open` (there, may still change), or
 * `none`. Its words are `dataStatus_<value>` in `public/_locales`.
 */
export const DATA_STATUS = {
  READY: 'final',
  ESTIMATE: 'open',
  PROCESSING: 'open',
  BEFORE_BUSINESS_CREATED: 'none',
  BEFORE_DATA_RETENTION_PERIOD: 'none',
  BEFORE_PIN_DATA_RETENTION_PERIOD: 'none',
  BEFORE_METRIC_START_DATE: 'none',
  BEFORE_CORE_METRIC_START_DATE: 'none',
  BEFORE_PIN_FORMAT_METRIC_START_DATE: 'none',
  BEFORE_AUDIENCE_METRIC_START_DATE: 'none',
  BEFORE_AUDIENCE_MONTHLY_METRIC_START_DATE: 'none',
  BEFORE_VIDEO_METRIC_START_DATE: 'none',
  BEFORE_CONVERSION_METRIC_START_DATE: 'none',
  PURCHASERS_METRIC_SMALLER_THAN_THRESHOLD: 'none',
  IN_BAD_TAG_DATE: 'none',
  BEFORE_PUBLISHED_METRIC_START_DATE: 'none',
  BEFORE_ASSIST_METRIC_START_DATE: 'none',
  BEFORE_PIN_CREATED: 'none',
  BEFORE_ACCOUNT_CLAIMED: 'none',
  BEFORE_DEMOGRAPHIC_FILTERS_START_DATE: 'none',
  AUDIENCE_SEGMENT_SMALLER_THAN_THRESHOLD: 'none',
  AUDIENCE_TOTAL_SMALLER_THAN_THRESHOLD: 'none',
  BEFORE_PRODUCT_GROUP_FILTER_START_DATE: 'none',
} as const satisfies Record<string, 'final' | 'open' | 'none'>;

export type DataStatus = keyof typeof DATA_STATUS;

/** Tells whether Tack has words for a status. */
export const isKnownStatus = (status: string): status is DataStatus =>
  Object.hasOwn(DATA_STATUS, status);

/** What a status means for a number. One that Pinterest added since is taken for `open`: the number is shown, and said to be not final. */
export const meaningOf = (status: string): 'final' | 'open' | 'none' =>
  isKnownStatus(status) ? DATA_STATUS[status] : 'open';
