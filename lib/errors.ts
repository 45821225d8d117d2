/**
 * Every way in which Tack can fail, and the facts that belong to each.
 * Closed: a new code does not compile until `lib/error-text.ts` has words for it.
 */
export interface ErrorData {
  /** No account is connected, or its sign-in was ended. */
  'auth/signed-out': undefined;
  /** No app id and app secret are set, so there is nothing to sign in with. */
  'auth/no-app': undefined;
  /** The person set a passphrase and has not given it since the browser was started. */
  'auth/locked': undefined;
  'auth/wrong-passphrase': undefined;
  /** The person pressed Deny. */
  'auth/denied': undefined;
  'auth/window-closed': { redirectUri: string };
  /** The consent page did not load: most often an unlisted redirect URI or a wrong app id. */
  'auth/page-failed': { redirectUri: string };
  /** The answer does not belong to the sign-in that was begun. */
  'auth/state-mismatch': undefined;
  /** What stands at the address is no token broker of Tack, or it can't be reached. */
  'auth/broker-rejected': { url: string };
  /** App id or app secret is wrong. */
  'auth/app-rejected': undefined;
  /** The code was refused: used, expired, or its redirect URI is another. */
  'auth/code-rejected': { redirectUri: string };
  /** The pasted token is not one of Pinterest's, or has ended. */
  'auth/token-rejected': undefined;
  /** The token belongs to the other one: `environment` is where it works. */
  'auth/wrong-environment': { environment: 'production' | 'sandbox' | 'local' };
  'auth/missing-scope': { scopes: string[] };

  'api/rate-limited': { retryAfterMs: number };
  'api/trial-access': undefined;
  'api/spam-block': { message: string };
  'api/restricted-feature': undefined;
  /** The sandbox does not have this operation; nothing was sent. */
  'api/not-in-sandbox': undefined;
  /** What was to be sent is beyond Pinterest's limits; nothing was sent. */
  'api/invalid-input': { field: string };
  'api/not-found': { kind: 'pin' | 'board' | 'section' | 'media' | 'other' };
  'api/board-name': { message: string };
  'api/image-refused': { message: string };
  'api/link-refused': { message: string };
  'api/conflict': undefined;
  'api/rejected': { status: number; apiCode: number; message: string };
  'api/unavailable': { status: number };
  /** The reply is not what Pinterest describes: a captive portal, a proxy, or a changed API. */
  'api/unreadable-reply': { status: number; contentType: string };
  /** The request may or may not have been carried out. */
  'api/outcome-unknown': undefined;

  /** The person or the browser keeps Pinterest's hosts from Tack; nothing was sent. */
  'network/not-allowed': undefined;
  'network/unreachable': undefined;
  'network/timeout': undefined;

  'media/too-small': { width: number; height: number };
  'media/too-large': { bytes: number; limit: number };
  /** More pixels than Tack decodes; told by the header, before anything is decoded. */
  'media/too-many-pixels': { width: number; height: number; limit: number };
  'media/unsupported': { type: string };
  'media/unreadable': undefined;
  /** The site says that there is no such picture. */
  'media/gone': { status: number };
  /** Neither the page nor Pinterest can be given the bytes. `status` is 0 where the site gave no answer. */
  'media/not-fetched': { status: number };
  /** Nobody gives its bytes, and there is no site to ask the person for: what the tab shows is all there is. */
  'media/only-on-screen': undefined;
  /** The tab does not show the picture at this moment. */
  'media/not-visible': undefined;
  /** The browser gave no picture of the tab. */
  'media/no-screen': undefined;
  /** Not a video that can be read, or none of MP4, MOV and M4V. */
  'media/video-unreadable': undefined;
  /** `codec` as the file names it; Pinterest takes H.264 and H.265. */
  'media/video-codec': { codec: string };
  'media/video-length': { durationMs: number };
  'media/video-shape': { width: number; height: number };
  'media/video-too-large': { bytes: number; limit: number };
  /** The bytes on disk are not those that were kept. */
  'media/damaged': undefined;
  /** The upload is to go to a host that this build does not know. */
  'media/upload-host': { host: string };
  /** The upload host's own word, such as `AccessDenied`. */
  'media/upload-refused': { status: number; reason: string };
  /** Pinterest could not make anything of the video, and never says why. */
  'media/processing-failed': undefined;
  /** Pinterest has worked on the video for an hour. */
  'media/processing-late': undefined;

  'page/restricted': undefined;
  /** The person has not asked Tack to look at this page. */
  'page/not-asked': undefined;
  'page/nopin': { reason: string };
  /** The author of a page keeps this one picture back. */
  'page/image-nopin': undefined;
  'page/unreachable': undefined;
  'page/no-image': undefined;

  'draft/no-board': undefined;
  'draft/no-image': undefined;
  'draft/gone': undefined;
  /** Saving puts pins that are there on a board, and this picture is none. */
  'draft/no-pin': undefined;
  /** Some of the pictures that were to be pinned along could not be queued. */
  'draft/some-failed': { count: number };
  /** Pictures that can't be read can't be brought to one size; `count` is how many. */
  'draft/carousel-unread': { count: number };
  'draft/too-long': { field: 'title' | 'description' | 'altText' | 'link'; limit: number };
  'draft/bad-link': undefined;

  /**
   * The same picture is on its way or was pinned before; nothing was queued until the person says so. `at` is when, in ms
   * of UTC; `boardName` is null where it is not known here.
   */
  'draft/repeated': { at: number; boardName: string | null; isOnItsWay: boolean };
  /** It can't be told whether the pin is on the board. */
  'outbox/unsure': undefined;
  /** It was to go out at `dueAt` (ms of UTC), when nobody was there to send it. */
  'outbox/missed': { dueAt: number };
  /** The person's slots leave none free. */
  'outbox/no-slot': undefined;
  'outbox/wrong-account': { username: string };
  'outbox/too-late': undefined;
  /** It came from a file, whose writer may have sent it since. */
  'outbox/imported': undefined;
  /** It came back from a copy of its row, and may have been sent since that was made. */
  'outbox/restored': undefined;

  /** A file that was to be imported is none of Tack's, or broken. */
  'archive/not-ours': undefined;

  'message/refused': { type: string };
  'message/no-receiver': undefined;

  'storage/full': { needed: number; free: number };
  'storage/unreadable': { key: string };
  /** A newer Tack wrote it: it can be read and exported here, and is not changed. */
  'storage/newer': { key: string };

  unknown: { name: string; message: string };
}

export type ErrorCode = keyof ErrorData;

/** An error as plain data: what crosses a message or stands in a job's row. */
export type ErrorInfo = {
  [Code in ErrorCode]: { code: Code; data: ErrorData[Code]; requestId?: string };
}[ErrorCode];

interface AppErrorOptions extends ErrorOptions {
  /** Pinterest's `x-pinterest-rid`: with it their support finds the request. */
  requestId?: string | undefined;
}

/** The one error class of Tack. `code` is closed, `data` holds the facts of that code; the text for people is elsewhere. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError';
  readonly code: Code;
  readonly data: ErrorData[Code];
  readonly requestId: string | undefined;

  constructor(code: Code, data: ErrorData[Code], options?: AppErrorOptions) {
    super(code, options);
    this.code = code;
    this.data = data;
    this.requestId = options?.requestId;
  }
}

/** Gives any thrown value as an AppError; what is not ours becomes `unknown` and keeps its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: '' };
  return new AppError('unknown', { name, message: redact(message) }, { cause: error });
}

/** Gives the plain data of an error, to be sent or kept. */
export function toErrorInfo(error: unknown): ErrorInfo {
  const { code, data, requestId } = toAppError(error);
  return { code, data, ...(requestId ? { requestId } : {}) } as ErrorInfo;
}

/** Builds the error again from its plain data. */
export function fromErrorInfo(info: ErrorInfo): AppError {
  return new AppError(info.code, info.data, { requestId: info.requestId });
}

/**
 * Takes tokens out of a text before it is shown or kept.
 * Pinterest's tokens begin with pina_, pinr_ or pinc_ (research/pinterest-api.md §2).
 */
export function redact(text: string): string {
  return text.replace(/\bpin[arc]_[\w.-]+/g, 'pin…').replace(/\b(Basic|Bearer) \S+/gi, '$1 …');
}
