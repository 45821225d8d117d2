/*
 * Pinterest's wire objects as Tack reads them: names and case are Pinterest's own (API description 5.23).
 * Fields that Tack does not read are left out; nothing here is kept on disk.
 */

/** A page of results. `bookmark` is the cursor of the next page, null on the last. */
export interface Page<Item> {
  items: Item[];
  bookmark?: string | null;
}

/** `page_size` is 1 to 250, 25 where absent. */
export interface PageQuery {
  bookmark?: string;
  page_size?: number;
}

export interface Account {
  id?: string;
  username: string;
  account_type?: 'PINNER' | 'BUSINESS';
  profile_image?: string;
  business_name?: string | null;
}

export type BoardPrivacy = 'PUBLIC' | 'PROTECTED' | 'SECRET';

export interface Board {
  id: string;
  name: string;
  privacy?: BoardPrivacy;
  pin_count?: number;
  owner?: { username?: string };
  /** UTC, without a zone in the text. */
  board_pins_modified_at?: string;
  created_at?: string;
  media?: { image_cover_url?: string | null; pin_thumbnail_urls?: string[] };
}

export interface BoardSection {
  id: string;
  name: string;
}

export interface ImageSize {
  width: number;
  height: number;
  url: string;
}

export interface Pin {
  id: string;
  title?: string | null;
  description?: string | null;
  alt_text?: string | null;
  link?: string | null;
  board_id?: string | null;
  board_section_id?: string | null;
  /** UTC, without a zone in the text. */
  created_at?: string;
  media?: { media_type?: string; images?: Record<string, ImageSize> | null };
}

/** An image goes inline or by address; there is no image upload (research/pinterest-api.md §1c). */
export type MediaSource =
  | { source_type: 'image_base64'; content_type: 'image/jpeg' | 'image/png'; data: string }
  | { source_type: 'image_url'; url: string };

/** Limits by the description: title 100, description 800, alt_text 500, link 2048 characters. */
export interface PinCreate {
  board_id: string;
  board_section_id?: string;
  title?: string;
  description?: string;
  alt_text?: string;
  link?: string;
  media_source: MediaSource;
}

export interface DailyMetrics {
  /** `YYYY-MM-DD`, UTC. */
  date: string;
  /** `READY` where the numbers are final; 22 other values say why not. */
  data_status: string;
  metrics: Record<string, number>;
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
