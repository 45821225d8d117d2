import type { ErrorInfo } from '../errors';
import type { Crop } from '../media/crop';
import type { KeptImage } from '../media/kept-image';

/** Where the bytes of one picture come from when its pin is created. */
export type PictureMedia =
  /**
   * Bytes kept in OPFS under the job's id, as Pinterest takes them or to be converted first. `key` ends the file's name;
   * the only picture of a pin has none.
   */
  | {
      kind: 'bytes';
      key?: string;
      type: string;
      size: number;
      sha256: string;
      width: number;
      height: number;
      /** The part of the kept picture that goes out; width and height are those of the part. */
      crop?: Crop;
      /**
       * True: the bytes go by media upload, and the pin is made of the id that they get. False: that was refused, and they go
       * in the request for the pin, as they do where nothing is said.
       */
      byId?: boolean;
      /** What the bytes were before they were converted, where they were: a pin that is changed begins with those again. */
      original?: KeptImage;
    }
  /** A public address that Pinterest fetches itself: the bytes could not be read from the page. */
  | { kind: 'url'; url: string };

/** What a job's pin is made of. */
export type JobMedia =
  | PictureMedia
  /** Two to five pictures of one size, the first one's: the others are cropped to it, or get margins. */
  | { kind: 'carousel'; fit: 'crop' | 'pad'; items: PictureMedia[] }
  | VideoMedia
  /** A pin that is there already: Pinterest copies it to the board, with its own words and link. */
  | { kind: 'pin'; pinId: string };

/** A video, kept in OPFS under the job's id and uploaded from there as it is. Width and height are as it is seen. */
export interface VideoMedia {
  kind: 'video';
  type: string;
  size: number;
  sha256: string;
  width: number;
  height: number;
  durationMs: number;
  /** The moment of it that is its cover. */
  cover: { ms: number };
}

/** What the person asked for. Never changes once the job is queued, but by the person. */
export interface PinContent {
  title: string;
  description: string;
  link: string;
  altText: string;
  boardId: string;
  boardName: string;
  sectionId: string | null;
  sectionName: string | null;
}

/**
 * How far a job is. Each is written before the work it names begins, so a reader of the row knows what may have happened:
 * - `queued`: durable, nothing done yet
 * - `prepared`: the bytes are as Pinterest takes them
 * - `registered`: Pinterest gave a form for the bytes of a video, or of an image that goes by its id; they may be on their way
 * - `uploaded`: they are there, and Pinterest works on them
 * - `processed`: what was uploaded is ready to be made a pin
 * - `creating`: `POST /pins` may have been sent
 * - `created`: Pinterest gave the pin's id
 * - `verified`: a later look found no twin; the end of a good job
 * - `removing`: the person undid it; `DELETE /pins/{id}` may have been sent, and was carried out where there is a `lookAt`
 * - `cancelled`: ended without a pin
 */
export type JobStage =
  | { name: 'queued' }
  | { name: 'prepared' }
  | Registered
  | Uploaded
  | { name: 'processed'; mediaId: string }
  | Creating
  | {
      name: 'created';
      pinId: string;
      createdAt: string;
      verifyAt: number;
      /** How many looks for a twin were refused, one after the other. */
      refusals?: number;
      /** The board was read, and did not even show the pin itself. */
      unlisted?: true;
    }
  | { name: 'verified'; pinId: string; createdAt: string; twinIds: string[] }
  | {
      name: 'removing';
      pinId: string;
      /** As it was made; missing in rows of before. */
      createdAt?: string;
      /** Where twins were looked for before it was undone. */
      twinIds?: string[];
      /** The pin is gone; its board is looked at for a twin then (own clock, ms of UTC). */
      lookAt?: number;
      refusals?: number;
    }
  | { name: 'cancelled'; pinId: string | null; twinIds?: string[] };

/** Where uploaded bytes go. Whoever has the form may upload in the person's place: it is in no log and no message. */
export interface Registered {
  name: 'registered';
  mediaId: string;
  uploadUrl: string;
  /** The form's fields in Pinterest's order, which is the order in which they are sent. */
  fields: [name: string, value: string][];
  /** Until when the form is good, ms of UTC by Pinterest's clock; null where the form does not say. */
  expiresAt: number | null;
  /** Own clock, ms of UTC. */
  registeredAt: number;
  /** When bytes were first sent: from then on Pinterest is asked before they are sent again. */
  startedAt: number | null;
}

export interface Uploaded {
  name: 'uploaded';
  mediaId: string;
  /** When it was known to be there (own clock, ms of UTC). */
  since: number;
  /** When Pinterest is asked next how far it is (own clock, ms of UTC). */
  askAt: number;
}

export interface Creating {
  name: 'creating';
  /** The upload that is made a pin: it is sent once, however often the pin has to be sent. */
  mediaId?: string;
  /** Milliseconds of UTC by Pinterest's clock when the request was about to be sent. */
  since: number;
  /** It came back from a file or a copy, and may have been sent from elsewhere: it is looked for, and not sent by itself. */
  returned?: true;
  /** False while the request may be under way in this worker, true once its outcome has to be read back. */
  unknown: boolean;
  /** When the board was read and the pin was not there (ms of UTC by Pinterest's clock). */
  absentAt: number[];
}

export type StageName = JobStage['name'];

/** Why a job is not moving. `waiting` ends by itself, `held` needs the person. */
export type Pause =
  | { kind: 'waiting'; until: number; because: ErrorInfo | { code: 'scheduled' } }
  | { kind: 'held'; because: ErrorInfo };

/** One pin on its way. A small row, never with bytes in it. */
export interface Job {
  /** The same id as the draft that it was. */
  id: string;
  version: 1;
  accountId: string;
  content: PinContent;
  media: JobMedia;
  stage: JobStage;
  pause: Pause | null;
  /** The person took it back; honoured as soon as it is known what there is to take back. */
  undo: boolean;
  /** Tries of the current stage, for the backoff. */
  attempts: number;
  /** Its pin goes out at this moment or later, ms of UTC; at once where there is none. */
  notBefore?: number;
  /** When it was last sent, ms of UTC by the own clock, for the spacing of pins. */
  sentAt?: number;
  /** Milliseconds of UTC. */
  queuedAt: number;
  updatedAt: number;
  /** What the picture is known by, for "you pinned this before": see `repeats.ts`. */
  pictureHashes?: string[];
  /** The image's own address where it has a public one: Pinterest's save dialog takes no bytes. */
  imageUrl?: string;
  /** The page that the image was taken from, for the person to recognise it. */
  pageUrl: string;
  /** The tab where the toast is shown, as long as there is one. */
  tabId: number | null;
}
