import {
  finite,
  flag,
  having,
  isObject,
  list,
  maybe,
  oneOf,
  only,
  orNull,
  size,
  text,
  type Check,
} from './check';
import type { MessageType } from './protocol';

/** Ids of rows, boards, pins and nonces. */
const id = text(300);
/** Titles, names, secrets, hosts: what a person types in a field. */
const line = text(4000);
/** Pages and pictures; a view sends whole pictures as `data:` addresses. */
const address = text(64_000_000);
const ids = list(id, 20_000);
const noLane = orNull(oneOf('create', 'save'));

const board = having({
  boardId: id,
  boardName: line,
  sectionId: orNull(id),
  sectionName: orNull(line),
});

const version = only({ url: address, from: id, width: size, height: size });

const imageFields = {
  url: address,
  from: id,
  type: line,
  width: size,
  height: size,
  frameId: size,
  shownUrl: address,
  shownWidth: size,
  shownHeight: size,
  alt: address,
  versions: list(version, 100),
  pinUrl: orNull(address),
  pinDescription: orNull(address),
  pinId: orNull(id),
  nopin: flag,
  note: maybe(line),
};
/** A picture as a view sends it: it may be of a draft that another version of Tack wrote. */
const image = having(imageFields);

const when = having({ kind: oneOf('at', 'slot'), at: maybe(finite) });
const environment = oneOf('production', 'sandbox', 'local');
const rect = only({ left: finite, top: finite, width: size, height: size });

/** What the person may write in a draft, and nothing else of it: the row is changed by what is sent. */
/** Whose edit it is, and which of them. */
const number = only({ by: id, nth: finite });

const edit = only({
  title: maybe(address),
  description: maybe(address),
  altText: maybe(address),
  link: maybe(address),
  linkRemoved: maybe(list(line, 1000)),
  linkAdded: maybe(list(line, 1000)),
  board: maybe(orNull(board)),
  alsoOn: maybe(list(board, 100)),
  also: maybe(list(having({ key: id, image, media: isObject }), 1000)),
  together: maybe(oneOf('apart', 'crop', 'pad')),
  coverMs: maybe(finite),
  crop: maybe(orNull(only({ x: finite, y: finite, width: size, height: size }))),
});

const none = only({});
const ofJob = only({ jobId: id });
const ofDraft = only({ draftId: id });
const ofHost = only({ host: line });
const ofTab = only({ tabId: finite });
const ofAccount = only({ accountId: id });
const fresh = only({ refresh: flag });
const withNonce = only({ nonce: id });

/** What the capture script answers, and nothing beside it. It may have been written by the page as well. */
export const isCapture = only({
  page: only({
    url: address,
    link: address,
    title: address,
    description: address,
    siteName: address,
    selection: address,
    product: orNull(
      only({
        price: line,
        currency: line,
        availability: orNull(oneOf('in', 'out', 'later')),
      }),
    ),
    recipe: orNull(only({ yield: address, minutes: orNull(finite) })),
    nopin: orNull(only({ reason: address })),
  }),
  images: list(only(imageFields), 1000),
  target: orNull(finite),
  readMs: size,
});

/**
 * What each question has to look like. A message that looks otherwise is refused before any handler sees it: what comes
 * from a page's process may have been written by the page (research/security-reliability.md §1.2).
 *
 * Small checks in place of schemas: the worker loads them before it hears anything.
 */
export const shapes: Readonly<Record<MessageType, Check>> = {
  'account/get': none,
  'account/connect': only({ features: list(id, 20) }),
  'account/finish': only({ address: line }),
  'account/paste': only({ accessToken: line, environment }),
  'account/use': ofAccount,
  'account/disconnect': ofAccount,
  'app/save': having({
    kind: oneOf('own', 'broker'),
    appId: maybe(line),
    appSecret: maybe(line),
    brokerUrl: maybe(line),
    environment,
    inTab: maybe(flag),
  }),
  'app/check': none,

  'draft/open': ofTab,
  'draft/start': only({ tabId: finite, images: list(image, 1000) }),
  'draft/publish': only({
    draftId: id,
    lane: oneOf('create', 'save'),
    confirmed: maybe(flag),
    when: maybe(when),
    last: maybe(only({ draftId: id, edit, number })),
  }),
  'draft/edit': only({
    draftId: id,
    edit,
    number: maybe(number),
    all: maybe(flag),
  }),
  'draft/version': only({ draftId: id, url: address }),
  'draft/read-all': ofDraft,
  'draft/reread': ofDraft,
  'draft/screen': ofDraft,
  'draft/discard': ofDraft,

  'site/lane': only({ site: line, lane: noLane }),
  'details/save': isObject, // its own schema is in lib/drafts/templates.ts
  'site/allow': ofHost,
  'site/hover': only({ host: line, hover: flag }),
  'site/disallow': ofHost,
  'schedule/save': isObject, // lib/outbox/schedule-settings.ts
  'page/show': only({ tabId: finite, frameId: size, url: address }),

  'grab/frames': ofTab,
  'grab/region': ofTab,

  'board/list': fresh,
  'board/create': only({ name: line, privacy: oneOf('PUBLIC', 'SECRET') }),
  'section/list': only({ boardId: id }),
  'section/create': only({ boardId: id, name: line }),

  'pinterest/read': only({ id: line, input: isObject }),
  'outbox/wake': only({ anew: maybe(flag) }),
  'job/undo': ofJob,
  'job/cancel': ofJob,
  'job/retry': only({ jobId: id, board: maybe(board) }),
  'job/batch': only({
    jobIds: ids,
    act: oneOf('retry', 'cancel', 'move'),
    board: maybe(board),
  }),
  'job/edit': ofJob,
  'job/resolve': only({
    jobId: id,
    answer: oneOf('there', 'send-again', 'not-there', 'keep'),
  }),
  'job/schedule': only({ jobIds: ids, when }),
  'csv/row': having({
    id,
    title: address,
    description: address,
    link: address,
    altText: address,
    board,
    imageUrl: address,
    when: orNull(when),
    confirmed: flag,
  }),
  'job/clear': none,

  // Which operations there are is told by `lib/stats/serve.ts`, and what fits into them by `lib/pinterest/input-limits.ts`.
  'stats/read': only({ operation: id, input: isObject, refresh: flag }),

  // From pages: every field is short, so that what is too much is refused by its first field.
  'toast/state': only({ nonce: id, held: maybe(flag) }),
  'toast/undo': withNonce,
  'toast/board': withNonce,
  'hover/pin': none,
  'region/take': only({
    nonce: id,
    place: only({ rect, view: only({ width: size, height: size }) }),
  }),
  'region/end': withNonce,
};
