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

/** `PROTECTED` is what ad-only boards are. */
export type BoardPrivacy = 'PUBLIC' | 'PROTECTED' | 'SECRET';
/** What a board can be made, or changed to. */
export type WritablePrivacy = 'PUBLIC' | 'SECRET';

export interface Board {
  id: string;
  name: string;
  description?: string | null;
  privacy?: BoardPrivacy;
  pin_count?: number;
  follower_count?: number;
  collaborator_count?: number;
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
  creative_type?: string;
  dominant_color?: string | null;
  parent_pin_id?: string | null;
  is_owner?: boolean;
  board_owner?: { username?: string };
  /** By `90d` and `lifetime_metrics`; only where `pin_metrics` was asked for. */
  pin_metrics?: Record<string, Record<string, number>> | null;
  media?: { media_type?: string; images?: Record<string, ImageSize> | null };
}

/** What an image is when it goes inline: bare base64, no `data:` before it and no line breaks in it. */
export interface InlineImage {
  content_type: 'image/jpeg' | 'image/png';
  data: string;
}

/** What a picture of a carousel says for itself. */
export interface CarouselWords {
  title?: string;
  description?: string;
  link?: string;
}

/** What a video shows before it plays: an address, a picture, or a moment of its own in seconds. */
export type VideoCover =
  | { cover_image_url: string }
  | { cover_image_content_type: InlineImage['content_type']; cover_image_data: string }
  | { cover_image_key_frame_time: number };

/**
 * An image goes inline or by address. A carousel has 2 to 5 pictures.
 *
 * `image_id` is in no version of the description (research/pinterest-api.md §1c), but in an API summary of March 2026: it is
 * tried only where the person asked for it (lib/outbox/image-ids.ts).
 */
export type MediaSource =
  | ({ source_type: 'image_base64' } & InlineImage)
  | { source_type: 'image_url'; url: string }
  | { source_type: 'image_id'; media_id: string }
  | ({ source_type: 'video_id'; media_id: string } & VideoCover)
  | { source_type: 'multiple_image_base64'; items: (InlineImage & CarouselWords)[]; index?: number }
  | {
      source_type: 'multiple_image_urls';
      items: ({ url: string } & CarouselWords)[];
      index?: number;
    };

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

/** What can be changed of a pin. Beta: refused to apps that were not granted it. `null` takes a value away. */
export interface PinUpdate {
  board_id?: string;
  board_section_id?: string | null;
  title?: string | null;
  description?: string | null;
  alt_text?: string | null;
  link?: string | null;
  carousel_slots?: CarouselWords[];
}
