import { bareImage } from '../capture/bare-image';
import type { Capture, ImageCandidate } from '../capture/types';
import { AppError, toErrorInfo, type ErrorInfo } from '../errors';
import type { PageTarget } from '../messages/page-protocol';
import type { OpenedDraft } from '../messages/protocol';
import { readJob } from '../outbox/store';
import { sweepLock } from '../outbox/sweep';
import { removeBytes } from '../storage/bytes';
import { handoffs, menuProblems } from '../storage/items';
import { alongPicture, readAlong, startAlong } from './along';
import { keepImage } from './image';
import { keepBytes } from './keep-bytes';
import { capturePage } from './page';
import { isSamePage } from './site';
import { addDraft, changeDraft, listDrafts, readDraft, removeDraft } from './store';
import { readTemplates, type Templates } from './templates';
import { trayIds } from './tray';
import { inTurn } from './turn';
import type { Draft } from './types';
import { wordsFor } from './words';

/** Nothing was pointed at: the page as a whole is meant. */
const NOTHING: PageTarget = { srcUrl: null };

/** Drafts that nobody touched are suggestions: only the newest few are kept, edited ones all. */
const UNTOUCHED_DRAFTS = 10;

/**
 * Gives what there is to pin in a tab: the draft that was begun on its page if there is one, else a new one with the
 * largest image of the page. A draft of the page before is kept for that page, and does not stand in for this one.
 * What stands in the way is in `error`; nothing is thrown for it.
 */
export function openDraft(tabId: number): Promise<Omit<OpenedDraft, 'lane'>> {
  return inTurn(tabId, async () => {
    const problem = await takeProblem(tabId);
    if (problem) {
      // Another picture in the place of the one that was asked for would be pinned by mistake.
      const capture = await capturePage(tabId, NOTHING).catch(() => null);
      return { draft: null, capture, error: problem };
    }
    const begun = await draftOfTab(tabId);
    let capture: Capture | null = null;
    try {
      capture = await capturePage(tabId, NOTHING);
      const found = isOn(begun, capture) ? begun : await draftOfPage(capture.page.url);
      const { templates } = await readTemplates();
      if (found) {
        const draft = await withNewTemplates(found, capture, templates);
        void keepImage(draft);
        return { draft, capture, error: null };
      }
      const draft = await start(tabId, capture, bestOf(capture), templates);
      return { draft, capture, error: null };
    } catch (error) {
      const info = toErrorInfo(error);
      // A page that does not answer may still be the draft's own; one that lets nobody in never was.
      const draft = info.code === 'page/unreachable' ? begun : null;
      return { draft, capture, error: draft ? null : info };
    }
  });
}

/**
 * Begins a draft with the image under a menu click; the popup that opens shows it, or says what stands in the way.
 * @param frameId the frame that was clicked in; 0 is the page itself
 */
export const startFromMenu = (tabId: number, target: PageTarget, frameId = 0): Promise<void> =>
  inTurn(tabId, () => beginFromMenu(tabId, target, frameId));

/** What `startFromMenu` does, for who has the tab's turn already. */
export async function beginFromMenu(tabId: number, target: PageTarget, frameId = 0): Promise<void> {
  await handOff(tabId, null); // whatever was open before is not what was asked for now
  try {
    const capture = await capturePage(tabId, target, frameId);
    const pointed = capture.target === null ? null : capture.images[capture.target];
    // Where nothing can be told of the place, the page's own picture is a better guess than none.
    const image = pointed ?? (target.srcUrl === null ? bestOf(capture) : null);
    if (!image) throw new AppError('page/no-image', undefined);
    await start(tabId, capture, image, (await readTemplates()).templates);
  } catch (error) {
    await menuProblems.setValue({
      ...(await menuProblems.getValue()),
      [tabId]: toErrorInfo(error),
    });
  }
}

/** Gives why the menu could begin nothing in a tab, once. */
async function takeProblem(tabId: number): Promise<ErrorInfo | null> {
  const { [tabId]: problem, ...others } = await menuProblems.getValue();
  if (problem) await menuProblems.setValue(others);
  return problem ?? null;
}

/**
 * Begins a draft with images that the person chose in a view: the first to write about, the others along with it. What
 * they wrote and the board stay; what Tack suggested for the other image gives way to what it suggests for this one.
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
    const { templates } = await readTemplates();
    const chosen = { also: others.map(alongPicture), edited: others.length > 0 };
    if (!isOn(begun, capture)) {
      const draft = await start(tabId, capture, image, templates, chosen);
      await startAlong(draft);
      return draft;
    }
    const edited = chosen.edited || begun.edited;
    const own = { ...ownWords(begun, capture, templates), ...chosen, edited };
    const draft = await start(tabId, capture, image, templates, own);
    await startAlong(draft, await readAlong(begun));
    await discardDraft(begun.id);
    return draft;
  });
}

/**
 * Begins a draft with bytes that no address has, cut out of what the tab shows. What the person wrote stays.
 * @throws AppError `page/*`, `media/*`, `storage/full`
 */
export function startWithBytes(tabId: number, bytes: Uint8Array<ArrayBuffer>): Promise<Draft> {
  return inTurn(tabId, async () => {
    const capture = await capturePage(tabId, NOTHING);
    const begun = await draftOfTab(tabId);
    const { templates } = await readTemplates();
    const words = isOn(begun, capture) ? ownWords(begun, capture, templates) : {};
    const draft = await navigator.locks.request(sweepLock, async () => {
      const id = crypto.randomUUID();
      const media = await keepBytes(id, bytes);
      const { width, height } = media;
      const image = { ...bareImage(`screen:${id}`, 'screen'), shownUrl: '', width, height };
      return start(tabId, capture, image, templates, { ...words, id, media, edited: true });
    });
    if (isOn(begun, capture)) await discardDraft(begun.id);
    return draft;
  });
}

/** Whether a draft was begun on the page that is captured. */
const isOn = (draft: Draft | null, { page }: Capture): draft is Draft =>
  draft !== null && isSamePage(draft.pageUrl, page.url);

/** What of a draft the person decided, and not Tack's suggestion. */
function ownWords(draft: Draft, capture: Capture, templates: Templates): Partial<Draft> {
  const { board, title, description, altText, link, linkRemoved, linkAdded = [] } = draft;
  const suggested = wordsFor(capture, draft.image, templates, draft.createdAt);
  const ownLink = { link, linkRemoved, linkAdded, linkBefore: draft.linkBefore ?? link };
  return {
    board,
    ...(title === suggested.title ? {} : { title }),
    ...(description === suggested.description ? {} : { description }),
    ...(altText === suggested.altText ? {} : { altText }),
    ...(link === suggested.link ? {} : ownLink),
  };
}

/** A draft that nobody touched follows the templates: what was just set in the settings is there when the popup opens. */
async function withNewTemplates(
  draft: Draft,
  capture: Capture,
  templates: Templates,
): Promise<Draft> {
  if (draft.edited || draft.updatedAt > templates.savedAt) return draft;
  const now = Date.now();
  return changeDraft(draft.id, (row) =>
    row.edited
      ? row
      : {
          ...row,
          ...wordsFor(capture, row.image, templates, row.createdAt),
          updatedAt: Math.max(now, templates.savedAt + 1),
        },
  );
}

/** Forgets a draft, those that go along with it, and their bytes. */
export async function discardDraft(id: string): Promise<void> {
  const draft = await readDraft(id);
  for (const member of draft ? trayIds(draft) : []) await forget(member);
  await forget(id);
}

async function forget(id: string): Promise<void> {
  await removeDraft(id);
  if (!(await readJob(id))) await removeBytes(id);
}

async function start(
  tabId: number,
  capture: Capture,
  image: ImageCandidate,
  templates: Templates,
  kept: Partial<Draft> = {},
): Promise<Draft> {
  const { page } = capture;
  if (page.nopin) throw new AppError('page/nopin', { reason: page.nopin.reason });
  if (image.nopin) throw new AppError('page/image-nopin', undefined);
  const now = Date.now();
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
    ...wordsFor(capture, image, templates, now),
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

/** Gives the draft that was begun in a tab last, null where none could be. */
export const begunDraft = (tabId: number): Promise<Draft | null> =>
  inTurn(tabId, () => draftOfTab(tabId));

async function draftOfTab(tabId: number): Promise<Draft | null> {
  const id = (await handoffs.getValue())[tabId];
  return (id && (await readDraft(id))) || null;
}

/** A draft that the person worked on comes back with its page, also in another tab or after a restart. */
async function draftOfPage(pageUrl: string): Promise<Draft | null> {
  const drafts = await listDrafts();
  const ids = new Set(drafts.map(({ id }) => id));
  // One of a tray comes with its tray, and by itself where the others are sent.
  const isLead = ({ leadId }: Draft) => leadId === undefined || !ids.has(leadId);
  return drafts.find((draft) => draft.edited && draft.pageUrl === pageUrl && isLead(draft)) ?? null;
}

async function handOff(tabId: number, draftId: string | null): Promise<void> {
  const { [tabId]: _, ...others } = await handoffs.getValue();
  await handoffs.setValue(draftId ? { ...others, [tabId]: draftId } : others);
}

async function dropUntouched(exceptId: string): Promise<void> {
  const untouched = (await listDrafts()).filter(({ id, edited }) => !edited && id !== exceptId);
  await Promise.all(untouched.slice(UNTOUCHED_DRAFTS).map(({ id }) => discardDraft(id)));
}
