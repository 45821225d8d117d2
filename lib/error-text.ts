import type { AppError, ErrorCode, ErrorData, ErrorInfo } from './errors';
import { formatSeconds } from './format';
import { formatDayMonth, formatWhen } from './format-when';
import { formatNumber, t, type MessageKey } from './i18n';
import { featuresOf, type Feature } from './pinterest/scopes';
import { scopeNames } from './scope-words';

/** What the one button of an error's notice does. */
export type ErrorAction =
  | 'connect'
  | 'options'
  | 'retry'
  | 'choose-board'
  | 'choose-image'
  | 'save-dialog'
  | 'copy-redirect'
  | 'grant-site'
  | 'take-from-screen'
  | 'open-pinterest';

/** Restarting Tack is no view's to do: its views end with it. */
type AnyAction = ErrorAction | 'restart';

/** An error in words: what happened, and what to do. */
export interface ErrorText {
  what: string;
  todo: string;
  action: AnyAction | null;
  actionLabel: string | null;
}

interface Row {
  what: MessageKey;
  todo: MessageKey;
  action?: AnyAction;
}

const row = (what: MessageKey, todo: MessageKey, action?: AnyAction): Row => ({
  what,
  todo,
  ...(action ? { action } : {}),
});

/** Words for every code; a code without words does not compile. */
const table: Readonly<Record<ErrorCode, Row>> = {
  'auth/signed-out': row('errSignedOut', 'todoConnect', 'connect'),
  'auth/no-app': row('errNoApp', 'todoNoApp', 'options'),
  'auth/locked': row('errLocked', 'todoLocked', 'options'),
  'auth/wrong-passphrase': row('errWrongPassphrase', 'todoWrongPassphrase'),
  'auth/denied': row('errDenied', 'todoDenied', 'connect'),
  'auth/window-closed': row('errWindowClosed', 'todoWindowClosed', 'connect'),
  'auth/page-failed': row('errPageFailed', 'todoRedirect', 'copy-redirect'),
  'auth/state-mismatch': row('errState', 'todoState', 'connect'),
  'auth/broker-rejected': row('errBroker', 'todoBroker'),
  'auth/app-rejected': row('errAppRejected', 'todoAppRejected', 'options'),
  'auth/code-rejected': row('errCodeRejected', 'todoRedirect', 'copy-redirect'),
  'auth/token-rejected': row('errTokenRejected', 'todoTokenRejected'),
  'auth/wrong-environment': row('errWrongEnvironment', 'todoWrongEnvironment'),
  'auth/missing-scope': row('errMissingScope', 'todoMissingScope', 'connect'),
  'api/rate-limited': row('errRateLimited', 'todoWaits'),
  'api/trial-access': row('errTrial', 'todoTrial', 'save-dialog'),
  'api/spam-block': row('errSpam', 'todoSpam', 'open-pinterest'),
  'api/restricted-feature': row('errRestricted', 'todoAskPinterest'),
  'api/not-in-sandbox': row('errNotInSandbox', 'todoNotInSandbox'),
  'api/invalid-input': row('errInvalidInput', 'todoShorten'),
  'api/not-found': row('errNotFound', 'todoNotFound', 'choose-board'),
  'api/board-name': row('errBoardName', 'todoBoardName'),
  'api/image-refused': row('errImageRefused', 'todoOtherImage', 'choose-image'),
  'api/link-refused': row('errLinkRefused', 'todoLink'),
  'api/conflict': row('errConflict', 'todoWaits'),
  'api/rejected': row('errRejected', 'todoRejected', 'retry'),
  'api/unavailable': row('errUnavailable', 'todoWaits'),
  'api/unreadable-reply': row('errUnreadable', 'todoPortal', 'retry'),
  'api/outcome-unknown': row('errUnknownOutcome', 'todoLooks'),
  'network/not-allowed': row('errNotAllowed', 'todoNotAllowed'),
  'network/unreachable': row('errUnreachable', 'todoWaits'),
  'network/timeout': row('errTimeout', 'todoWaits'),
  'media/too-small': row('errTooSmall', 'todoOtherImage', 'choose-image'),
  'media/too-large': row('errTooLarge', 'todoOtherImage', 'choose-image'),
  'media/too-many-pixels': row('errTooManyPixels', 'todoOtherImage', 'choose-image'),
  'media/unsupported': row('errUnsupported', 'todoOtherImage', 'choose-image'),
  'media/unreadable': row('errUnreadableImage', 'todoOtherImage', 'choose-image'),
  'media/gone': row('errImageGone', 'todoOtherImage', 'choose-image'),
  'media/not-fetched': row('errNotFetched', 'todoNotFetched', 'grant-site'),
  'media/only-on-screen': row('errOnlyOnScreen', 'todoOnlyOnScreen', 'take-from-screen'),
  'media/not-visible': row('errNotVisible', 'todoNotVisible', 'take-from-screen'),
  'media/no-screen': row('errNoScreen', 'todoNoScreen', 'take-from-screen'),
  'media/video-unreadable': row('errVideoUnreadable', 'todoVideoKinds', 'choose-image'),
  'media/video-codec': row('errVideoCodec', 'todoVideoKinds', 'choose-image'),
  'media/video-length': row('errVideoLength', 'todoVideoCut', 'choose-image'),
  'media/video-shape': row('errVideoShape', 'todoVideoCut', 'choose-image'),
  'media/video-too-large': row('errVideoTooLarge', 'todoVideoCut', 'choose-image'),
  'media/damaged': row('errDamaged', 'todoOtherImage', 'choose-image'),
  'media/upload-host': row('errUploadHost', 'todoUploadHost'),
  'media/upload-refused': row('errUploadRefused', 'todoRejected', 'retry'),
  'media/processing-failed': row('errProcessing', 'todoProcessing', 'retry'),
  'media/processing-late': row('errProcessingLate', 'todoProcessingLate', 'retry'),
  'page/restricted': row('errPageRestricted', 'todoPageRestricted'),
  'page/not-asked': row('errNotAsked', 'todoNotAsked', 'retry'),
  'page/nopin': row('errNopin', 'todoNopin'),
  'page/image-nopin': row('errImageNopin', 'todoImageNopin'),
  'page/unreachable': row('errPageGone', 'todoReload', 'retry'),
  'page/no-image': row('errNoImage', 'todoNoImage', 'retry'),
  'draft/no-board': row('errNoBoard', 'todoNoBoard'),
  'draft/no-image': row('errNoBytes', 'todoOtherImage', 'choose-image'),
  'draft/some-failed': row('errSomeFailed', 'todoSomeFailed'),
  'draft/gone': row('errDraftGone', 'todoReload', 'retry'),
  'draft/no-pin': row('errNotAPin', 'todoNotAPin', 'save-dialog'),
  'draft/carousel-unread': row('errCarouselUnread', 'todoCarouselUnread'),
  'draft/too-long': row('errTooLong', 'todoShorten'),
  'draft/bad-link': row('errBadLink', 'todoLink'),
  'draft/repeated': row('errRepeated', 'todoRepeated'),
  'outbox/unsure': row('errUnsure', 'todoUnsure'),
  'outbox/missed': row('errMissed', 'todoMissed'),
  'outbox/no-slot': row('errNoSlot', 'todoNoSlot', 'options'),
  'outbox/wrong-account': row('errWrongAccount', 'todoConnect', 'connect'),
  'outbox/too-late': row('errTooLate', 'todoNothing'),
  'outbox/imported': row('errImported', 'todoImported'),
  'outbox/restored': row('errRestored', 'todoRestored'),
  'archive/not-ours': row('errNotOurs', 'todoNotOurs'),
  'message/refused': row('errRefused', 'todoReload', 'retry'),
  'message/no-receiver': row('errNoReceiver', 'todoRestart', 'restart'),
  'storage/full': row('errFull', 'todoFull'),
  'storage/unreadable': row('errStorage', 'todoStorage'),
  'storage/newer': row('errNewer', 'todoNewer'),
  unknown: row('errUnknown', 'todoRejected', 'retry'),
};

/** A permission that is asked for once it is needed comes with the words on why. */
const featureRows: Readonly<Record<Feature, Row>> = {
  secret: row('errNeedsSecret', 'todoNeedsSecret', 'connect'),
  ads: row('errNeedsAds', 'todoNeedsAds', 'connect'),
};

const actionText: Readonly<Record<AnyAction, MessageKey>> = {
  connect: 'connectPinterest',
  options: 'openSettings',
  retry: 'actionRetry',
  'choose-board': 'actionChooseBoard',
  'choose-image': 'actionChooseImage',
  'save-dialog': 'saveWithPinterest',
  'copy-redirect': 'actionCopyRedirect',
  'grant-site': 'actionGrantSite',
  'take-from-screen': 'actionTakeFromScreen',
  'open-pinterest': 'actionOpenPinterest',
  restart: 'actionRestart',
};

function rowOf({ code, data }: ErrorInfo): Row {
  if (code === 'draft/repeated') return repeatedRow(data);
  // Where a pin is gone, another board is of no use.
  if (code === 'api/not-found' && data.kind === 'pin') return row('errPinGone', 'todoPinGone');
  // Pinterest need not say what is missing.
  if (code === 'auth/missing-scope' && data.scopes.length === 0)
    return row('errMissingScopeAny', 'todoMissingScope', 'connect');
  // A newer Tack that was put back may have written a code that this one has no words for.
  return Object.hasOwn(table, code) ? table[code] : table.unknown;
}

/** Where the one before is still on its way, or its board is not known, the sentence is another. */
function repeatedRow({ boardName, isOnItsWay }: ErrorData['draft/repeated']): Row {
  if (isOnItsWay) return row('errOnItsWay', 'todoRepeated');
  return boardName === null ? row('errRepeatedSomewhere', 'todoRepeated') : table['draft/repeated'];
}

/** Puts an error into words. What the person made is always safe, and `todo` says so where it matters. */
export function errorText(error: ErrorInfo | AppError): ErrorText {
  const [feature] = featuresOf(error);
  const info = error as ErrorInfo;
  const { what, todo, action = null } = feature ? featureRows[feature] : rowOf(info);
  const facts = factsOf(info);
  return {
    what: t(what, ...facts),
    todo: t(todo, ...facts),
    action,
    actionLabel: action && t(feature ? 'scopesGrant' : actionText[action]),
  };
}

/** The facts that the words of a code name, in the order of `$1`, `$2`. */
function factsOf({ code, data }: ErrorInfo): (string | number)[] {
  switch (code) {
    case 'auth/window-closed':
    case 'auth/page-failed':
    case 'auth/code-rejected':
      return [data.redirectUri];
    case 'auth/broker-rejected':
      return [data.url];
    case 'auth/wrong-environment':
      return [t(data.environment === 'sandbox' ? 'appSandbox' : 'appProduction')];
    case 'auth/missing-scope':
      return [scopeNames(data.scopes)];
    case 'api/rate-limited':
      return [formatNumber(Math.ceil(data.retryAfterMs / 1000))];
    case 'api/rejected':
      return [data.message || `${data.status}`];
    case 'api/unavailable':
    case 'media/gone':
      return [data.status];
    case 'media/not-fetched':
      return [data.status || t('factNoAnswer')];
    case 'api/board-name':
    case 'api/image-refused':
    case 'api/link-refused':
    case 'api/spam-block':
      return [data.message];
    case 'media/video-codec':
      return [data.codec];
    case 'media/video-length':
      return [formatSeconds(data.durationMs / 1000)];
    case 'media/upload-host':
      return [data.host];
    case 'media/upload-refused':
      return [data.reason || data.status];
    case 'media/video-too-large':
    case 'media/too-large':
      return [
        formatNumber(Math.ceil(data.bytes / 1e6)),
        formatNumber(Math.round(data.limit / 1e6)),
      ];
    case 'media/too-many-pixels':
      return [data.width, data.height, Math.floor(data.limit / 1e6)].map(formatNumber);
    case 'media/video-shape':
    case 'media/too-small':
      return [data.width, data.height].map(formatNumber);
    case 'media/unsupported':
      return [data.type];
    case 'page/nopin':
      return [data.reason];
    case 'api/invalid-input':
      return [data.field];
    case 'draft/some-failed':
    case 'draft/carousel-unread':
      return [formatNumber(data.count)];
    case 'draft/repeated':
      return data.isOnItsWay
        ? [data.boardName ?? '']
        : [formatDayMonth(data.at, Date.now()), data.boardName ?? ''];
    case 'draft/too-long':
      return [formatNumber(data.limit)];
    case 'outbox/missed':
      return [formatWhen(data.dueAt, Date.now())];
    case 'outbox/wrong-account':
      return [data.username];
    case 'storage/full':
      return [
        formatNumber(Math.ceil(data.needed / 1e6)),
        formatNumber(Math.floor(data.free / 1e6)),
      ];
    default:
      return [];
  }
}
