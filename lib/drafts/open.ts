import { suggestText, textLimits } from '../capture/suggest';
import { cutText } from '../capture/text';
import type { Capture, ImageCandidate } from '../capture/types';
import { AppError, toErrorInfo } from '../errors';
import type { PageTarget } from '../messages/page-protocol';
import type { OpenedDraft } from '../messages/protocol';
import { readJob } from '../outbox/store';
import { removeBytes } from '../storage/bytes';
import { handoffs } from '../storage/items';
import { withoutTracking } from './clean-link';
import { keepImage } from './image';
import { capturePage } from './page';
import { addDraft, listDrafts, readDraft, removeDraft } from './store';
import type { AlongPicture, Draft } from './types';

/** Nothing was pointed at: the page as a whole is meant. */
const NOTHING: PageTarget = { srcUrl: null };

/** Drafts that nobody touched are suggestions: only the newest few are kept, edited ones all. */
const UNTOUCHED_DRAFTS = 10;

/** Opening a tab's draft and starting one take turns, so that a popup never overtakes the menu click that opened it. */
const inTurn = <Value>(tabId: number, work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request(`tack-open-${tabId}`, work);

/**
 * Gives what there is to pin in a tab: the draft that was begun on its page if there is one, else a new one with the
 * largest image of the page. A draft of the page before is kept for that page, and does not stand in for this one.
 * What stands in the way is in `error`; nothing is thrown for it.
 */
export function openDraft(tabId: number): Promise<Omit<OpenedDraft, 'lane'>> {
  return inTurn(tabId, async () => {
    const begun = await draftOfTab(tabId);
    let capture: Capture | null = null;
    try {
      capture = await capturePage(tabId, NOTHING);
      const draft = isOn(begun, capture) ? begun : await draftOfPage(capture.page.url);
      if (draft) {
        void keepImage(draft);
        return { draft, capture, error: null };
      }
      return { draft: await start(tabId, capture, bestOf(capture)), capture, error: null };
    } catch (error) {
      const info = toErrorInfo(error);
      // A page that does not answer may still be the draft's own; one that lets nobody in never was.
      const draft = info.code === 'page/unreachable' ? begun : null;
      return { draft, capture, error: draft ? null : info };
    }
  });
}

/** Begins a draft with the image under a menu click; the popup that opens shows it. @throws AppError `page/*` */
export function startFromMenu(tabId: number, target: PageTarget): Promise<Draft> {
  return inTurn(tabId, async () => {
    await handOff(tabId, null); // whatever was open before is not what was asked for now
    const capture = await capturePage(tabId, target);
    const pointed = capture.target === null ? null : capture.images[capture.target];
    // Where nothing can be told of the place, the page's own picture is a better guess than none.
    const image = pointed ?? (target.srcUrl === null ? bestOf(capture) : null);
    if (!image) throw new AppError('page/no-image', undefined);
    return start(tabId, capture, image);
  });
}

/**
 * Begins a draft with images that the person chose in a view: the first to write about, the others along with it. What they wrote and the board stay; what Tack suggested
 * for the other image gives way to what it suggests for this one.
 *
 * @throws AppError `page/*`; the draft from before is then as it was
 */
export function startWithImages(
  tabId: number,
  [image, ...others]: readonly [ImageCandidate, ...ImageCandidate[]],
): Promise<Draft> {
  return inTurn(tabId, async () => {
    const capture = await capturePage(tabId, NOTHING);
    const begun = await draftOfTab(tabId);
    const chosen = { also: others.map(alongPicture), edited: others.length > 0 };
    if (!isOn(begun, capture)) return start(tabId, capture, image, chosen);
    const draft = await start(tabId, capture, image, { ...chosen, ...ownWords(begun, capture) });
    await discardDraft(begun.id);
    return draft;
  });
}

/**
 * Begins a draft of each picture that goes along with one, with its words, its link and its board: they are sent together.
 * They are marked as the person's own work, so that none is lost where it can't be sent.
 */
export async function startAlong(draft: Draft): Promise<void> {
  const { title, description, link, linkRemoved, board, tabId, pageUrl, pageTitle } = draft;
  const now = Date.now();
  const drafts = draft.also.map(({ image }, index): Draft => {
    const altText = cutText(image.alt, textLimits.altText);
    return {
      id: alongId(draft.id, index),
      version: 3,
      createdAt: now,
      updatedAt: now,
      edited: true,
      tabId,
      pageUrl,
      pageTitle,
      image,
      media: { state: 'reading' },
      also: [],
      together: 'apart',
      title,
      description,
      altText,
      link,
      linkRemoved,
      board,
    };
  });
  for (const along of drafts) {
    await addDraft(along); // does nothing where it is there: the message may have come twice
    void keepImage(along).catch(() => undefined); // published meanwhile
  }
}

/** The id of a draft that is sent along with another: always the same, so that it is begun and sent once. */
export const alongId = (draftId: string, index: number): string => `${draftId}-${index + 1}`;

const alongPicture = (image: ImageCandidate, index: number): AlongPicture => ({
  key: `${index + 2}`,
  image,
  media: { state: 'reading' },
});

/** Whether a draft was begun on the page that is captured; where on it the person has scrolled to is no matter. */
function isOn(draft: Draft | null, { page }: Capture): draft is Draft {
  return draft?.pageUrl.split('#', 1)[0] === page.url.split('#', 1)[0];
}

/** What of a draft the person decided, and not Tack's suggestion. */
function ownWords(draft: Draft, capture: Capture): Partial<Draft> {
  const { edited, board, title, description, altText, link, linkRemoved } = draft;
  const suggested = suggestText(capture, draft.image);
  const suggestedLink = withoutTracking(suggested.link).url;
  return {
    edited,
    board,
    ...(title === suggested.title ? {} : { title }),
    ...(description === suggested.description ? {} : { description }),
    ...(altText === suggested.altText ? {} : { altText }),
    ...(link === suggestedLink ? {} : { link, linkRemoved, linkBefore: draft.linkBefore ?? link }),
  };
}

/** Forgets a draft and its bytes. */
export async function discardDraft(id: string): Promise<void> {
  await removeDraft(id);
  if (!(await readJob(id))) await removeBytes(id);
}

async function start(
  tabId: number,
  capture: Capture,
  image: ImageCandidate,
  kept: Partial<Draft> = {},
): Promise<Draft> {
  const { page } = capture;
  if (page.nopin) throw new AppError('page/nopin', { reason: page.nopin.reason });
  if (image.nopin) throw new AppError('page/nopin', { reason: '' });
  const now = Date.now();
  const suggested = suggestText(capture, image);
  const link = withoutTracking(suggested.link);
  const draft: Draft = {
    id: crypto.randomUUID(),
    version: 3,
    createdAt: now,
    updatedAt: now,
    edited: false,
    tabId,
    pageUrl: page.url,
    pageTitle: page.title,
    image,
    media: { state: 'reading' },
    also: [],
    together: 'apart',
    ...suggested,
    link: link.url,
    linkRemoved: link.removed,
    linkBefore: suggested.link,
    board: null,
    ...kept,
  };
  await addDraft(draft);
  await handOff(tabId, draft.id);
  void keepImage(draft);
  void dropUntouched(draft.id);
  return draft;
}

function bestOf({ page, images }: Capture): ImageCandidate {
  if (page.nopin) throw new AppError('page/nopin', { reason: page.nopin.reason });
  const image = images.find(({ nopin }) => !nopin);
  if (!image) throw new AppError('page/no-image', undefined);
  return image;
}

async function draftOfTab(tabId: number): Promise<Draft | null> {
  const id = (await handoffs.getValue())[tabId];
  return (id && (await readDraft(id))) || null;
}

/** A draft that the person worked on comes back with its page, also in another tab or after a restart. */
async function draftOfPage(pageUrl: string): Promise<Draft | null> {
  const drafts = await listDrafts();
  return drafts.find((draft) => draft.edited && draft.pageUrl === pageUrl) ?? null;
}

async function handOff(tabId: number, draftId: string | null): Promise<void> {
  const { [tabId]: _, ...others } = await handoffs.getValue();
  await handoffs.setValue(draftId ? { ...others, [tabId]: draftId } : others);
}

async function dropUntouched(exceptId: string): Promise<void> {
  const untouched = (await listDrafts()).filter(({ id, edited }) => !edited && id !== exceptId);
  await Promise.all(untouched.slice(UNTOUCHED_DRAFTS).map(({ id }) => discardDraft(id)));
}
