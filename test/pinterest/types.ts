/** The records of the local Pinterest. They are its own: nothing here is shared with the extension. */
import type { Photo } from './photographs.ts';

/** A part of a photograph in its own pixels, and how it is coloured. */
export interface Crop {
  photo: Photo;
  left: number;
  top: number;
  width: number;
  height: number;
  /** A colour such as `#7f97ad`, or empty for the photograph's own tone. */
  tint: string;
}

export type ImageSource = { kind: 'bytes'; bytes: Buffer } | { kind: 'crop'; crop: Crop };

/** A picture that the server can show in any size; its bytes are kept or made when first asked for. */
export interface StoredImage {
  id: string;
  width: number;
  height: number;
  contentType: 'image/jpeg' | 'image/png';
  source: ImageSource;
}

export interface Account {
  id: string;
  username: string;
  name: string;
  about: string;
  type: 'PINNER' | 'BUSINESS';
  website: string;
  avatar: StoredImage;
  followers: string[];
  following: string[];
  interests: string[];
  websites: Website[];
  monthlyViews: number;
  /** Where the daily views of the whole account start from. */
  weight: number;
}

export interface Website {
  website: string;
  status: 'success' | 'pending';
  verifiedAt: number | undefined;
}

export type Privacy = 'PUBLIC' | 'PROTECTED' | 'SECRET';

export interface Board {
  id: string;
  /** Grows with every record made, so that lists have a firm order. */
  sequence: number;
  ownerId: string;
  name: string;
  description: string | null;
  privacy: Privacy;
  isAdsOnly: boolean;
  createdAt: number;
  pinsModifiedAt: number;
  sections: Section[];
}

export interface Section {
  id: string;
  sequence: number;
  name: string;
}

export interface CarouselItem {
  image: StoredImage;
  title: string | null;
  description: string | null;
  link: string | null;
}

export type PinMedia =
  | { kind: 'image'; image: StoredImage; uploadId?: string }
  | { kind: 'images'; items: CarouselItem[] }
  | { kind: 'video'; cover: StoredImage; uploadId: string };

/** Where a pin came from. */
export type PinOrigin = 'seed' | 'api' | 'save' | 'dialog';

export interface Pin {
  id: string;
  sequence: number;
  ownerId: string;
  boardId: string;
  sectionId: string | null;
  title: string | null;
  description: string | null;
  altText: string | null;
  link: string | null;
  dominantColor: string | null;
  parentPinId: string | null;
  createdAt: number;
  isStandard: boolean;
  origin: PinOrigin;
  media: PinMedia;
}

export type MediaStatus = 'registered' | 'processing' | 'succeeded' | 'failed';

export interface MediaUpload {
  id: string;
  sequence: number;
  ownerId: string;
  kind: 'video' | 'image';
  key: string;
  registeredAt: number;
  received: ReceivedFile | undefined;
  /** The picture that an uploaded image is; of videos no byte is kept. */
  picture?: Omit<StoredImage, 'id'> & { color: string };
}

/** What the upload host knows about a file after it has arrived whole. */
export interface ReceivedFile {
  receivedAt: number;
  /** From the request's head to its last byte. */
  tookMs: number;
  size: number;
  sha256: string;
  /** Whether it is what was registered. */
  isUsable: boolean;
}

export interface Token {
  kind: 'access' | 'refresh' | 'client';
  value: string;
  ownerId: string;
  scopes: string[];
  expiresAt: number;
  revoked: boolean;
  /** All tokens that stem from one consent share a family and end together. */
  family: string;
}
