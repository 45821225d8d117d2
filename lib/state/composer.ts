import { createStore } from 'zustand/vanilla';

import type { Capture, ImageCandidate } from '../capture/types';
import { siteOfPage } from '../drafts/site';
import type { Draft, DraftEdit, Lane, Together } from '../drafts/types';
import { AppError, fromErrorInfo, toAppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { Ask } from '../messages/protocol';
import { featureScopes, type Feature } from '../pinterest/scopes';
import { watchChanges } from '../storage/changes';

export interface ComposerState {
  /** `empty`: nothing to pin here, `error` says why. `queued`: durable, the background does the rest. */
  status: 'opening' | 'empty' | 'editing' | 'publishing' | 'queued';
  tabId: number | null;
  draft: Draft | null;
  capture: Capture | null;
  /** What the person said of the site: null where they were not asked yet. */
  lane: Lane | null;
  /** Whether the person wants a new pin of a picture that is a pin already. */
  isAnew: boolean;
  error: AppError | null;
  jobId: string | null;
  open(tabId: number): Promise<void>;
  /** Takes pictures: the first to write about, the others along with it. */
  choose(images: ImageCandidate[]): Promise<void>;
  /** Shows where on the page a picture is. */
  showOnPage(image: ImageCandidate): Promise<void>;
  /** Leaves out a picture that goes along. */
  leaveOut(key: string): void;
  /** Says how several pictures go out: apart, or as one carousel. */
  setTogether(together: Together): void;
  /** Takes another address of the same picture. */
  chooseVersion(url: string): Promise<void>;
  /** Reads the picture again, after its site was granted. */
  reread(): Promise<void>;
  /** Takes the picture from what the tab shows. */
  takeFromScreen(): Promise<void>;
  /** What the page's videos and canvases show at this moment. */
  listFrames(): Promise<ImageCandidate[]>;
  /** Lets the person choose a part of the screen; `shown` runs once the page shows the chooser. */
  chooseRegion(shown: () => void): Promise<void>;
  /**
   * Says how this picture goes out: for one that is a pin already only this once, for any other it is what the person says
   * of the site.
   */
  setLane(lane: Lane): void;
  /** Remembers whether the site's pictures are the person's to publish. */
  decideSite(lane: Lane): void;
  edit(edit: DraftEdit): void;
  /**
   * Queues the draft. Gives where its toast is shown, or null where it could not be queued: `error` says why, or asks
   * (`draft/repeated`), which `confirmed` answers.
   */
  publish(how?: Pick<Ask<'draft/publish'>, 'confirmed' | 'when'>): Promise<'page' | 'view' | null>;
  dismissError(): void;
  discard(): Promise<void>;
  /** Says why a feature needs more than was allowed; the notice's button asks for it. */
  needFeature(feature: Feature): void;
}

/**
 * The store of the pin being made. Every edit leaves for the background as it is made, which writes it: a view that is
 * closed in the same moment loses nothing, while a write of its own would end with it.
 */
export function createComposerStore(ask: Send) {
  let saving: Promise<unknown> = Promise.resolve();
  // While another picture is being taken the draft shown is about to be gone: what is done meanwhile is meant for the new one.
  let choosing: Promise<void> | null = null;
  return createStore<ComposerState>((set, get) => {
    const fail = (error: unknown) => set({ error: toAppError(error) });
    const ofDraft = async (request: (draftId: string) => Promise<unknown>) => {
      await choosing;
      const { draft } = get();
      if (!draft) return;
      set({ error: null });
      await request(draft.id).catch(fail);
    };
    const start = async (tabId: number, images: [ImageCandidate, ...ImageCandidate[]]) => {
      try {
        await saving; // what was just typed goes along
        const draft = await ask('draft/start', { tabId, images });
        set({ draft, status: 'editing', error: null, isAnew: false });
      } catch (error) {
        fail(error);
      }
    };
    return {
      status: 'opening',
      tabId: null,
      draft: null,
      capture: null,
      lane: null,
      isAnew: false,
      error: null,
      jobId: null,
      async open(tabId) {
        const isOther = tabId !== get().tabId;
        set({ status: 'opening', tabId, error: null, jobId: null, isAnew: false });
        if (isOther) set({ draft: null, capture: null });
        try {
          const { draft, capture, error, lane } = await ask('draft/open', { tabId });
          if (get().tabId !== tabId) return; // another tab is in front by now
          set({
            draft,
            capture,
            lane,
            error: error && fromErrorInfo(error),
            status: draft ? 'editing' : 'empty',
          });
        } catch (error) {
          set({ error: toAppError(error), status: 'empty' });
        }
      },
      setLane(lane) {
        if (get().draft?.image.pinId) set({ isAnew: lane === 'create' });
        else get().decideSite(lane);
      },
      decideSite(lane) {
        set({ lane, isAnew: lane === 'create' });
        const site = siteOfPage(get().draft?.pageUrl ?? '');
        void ask('site/lane', { site, lane }).catch(() => undefined);
      },
      leaveOut(key) {
        const { draft, edit } = get();
        edit({ also: draft?.also.filter((along) => along.key !== key) ?? [] });
      },
      setTogether(together) {
        const { draft, edit } = get();
        if (!draft) return;
        edit({ together });
        if (together === 'apart') return;
        void ask('draft/read-all', { draftId: draft.id }).catch(fail);
      },
      async showOnPage({ url, frameId }) {
        const { tabId } = get();
        if (tabId !== null) await ask('page/show', { tabId, frameId, url }).catch(() => undefined);
      },
      async choose([image, ...others]) {
        const { tabId } = get();
        if (tabId === null || !image) return;
        const chosen = start(tabId, [image, ...others]).finally(() => {
          if (choosing === chosen) choosing = null;
        });
        choosing = chosen;
        await chosen;
      },
      chooseVersion: (url) => ofDraft((draftId) => ask('draft/version', { draftId, url })),
      reread: () => ofDraft((draftId) => ask('draft/reread', { draftId })),
      takeFromScreen: () => ofDraft((draftId) => ask('draft/screen', { draftId })),
      async listFrames() {
        const { tabId } = get();
        return tabId === null ? [] : ask('grab/frames', { tabId });
      },
      async chooseRegion(shown) {
        const { tabId } = get();
        if (tabId === null) return;
        await saving; // what was just typed goes along
        await ask('grab/region', { tabId }).then(shown, (error: unknown) =>
          set({ error: toAppError(error) }),
        );
      },
      edit(edit) {
        const { draft } = get();
        if (!draft) return;
        set({ draft: { ...draft, ...edit, edited: true }, error: null });
        if (choosing) {
          void choosing.then(() => get().edit(edit));
          return;
        }
        const saved = ask('draft/edit', { draftId: draft.id, edit }).catch(fail);
        saving = Promise.all([saving, saved]);
      },
      async publish(how = {}) {
        await choosing;
        const { draft, status } = get();
        if (!draft || status !== 'editing') return null;
        set({ status: 'publishing', error: null });
        try {
          await saving;
          // Edits that a stopped worker made be said twice may have come out of order: the last word is what is shown.
          if (draft.edited) await ask('draft/edit', { draftId: draft.id, edit: wordsOf(draft) });
          const sent = await ask('draft/publish', {
            draftId: draft.id,
            lane: laneOf(get()),
            ...how,
          });
          const { jobId, failed } = sent;
          await noteChoice(draft).catch(() => undefined); // costs a suggestion, and no pin
          const error = failed > 0 ? new AppError('draft/some-failed', { count: failed }) : null;
          set({ status: 'queued', jobId, error });
          return failed > 0 ? 'view' : sent.toast;
        } catch (error) {
          set({ error: toAppError(error), status: 'editing' });
          return null;
        }
      },
      dismissError: () => set({ error: null }),
      needFeature: (feature) =>
        set({ error: new AppError('auth/missing-scope', { scopes: [...featureScopes[feature]] }) }),
      async discard() {
        await choosing;
        const { draft, tabId } = get();
        if (!draft) return;
        await ask('draft/discard', { draftId: draft.id });
        if (tabId !== null) await get().open(tabId);
      },
    };
  });
}

/** Remembers what the board was chosen for; the view that asks does it, which has the time. */
async function noteChoice(draft: Draft): Promise<void> {
  const { addChoice } = await import('../boards/choices'); // no part of the popup's first load
  if (draft.board) await addChoice(draft, draft.board);
}

const wordsOf = ({ title, description, altText, link, board, alsoOn }: Draft): DraftEdit => ({
  title,
  description,
  altText,
  link,
  board,
  ...(alsoOn ? { alsoOn } : {}),
});

/** How the picture goes out: what is a pin already is saved, and what is the person's is created. */
export function laneOf({
  draft,
  lane,
  isAnew,
}: Pick<ComposerState, 'draft' | 'lane' | 'isAnew'>): Lane {
  if (draft?.image.pinId) return isAnew ? 'create' : 'save';
  return lane ?? 'create';
}

export type ComposerStore = ReturnType<typeof createComposerStore>;

/**
 * Keeps the store's draft in step with what the background learns of its pictures, and with what another view makes of
 * it, until `signal` aborts.
 *
 * @param isInUse whether the person is at this view: then its own words are newer than what is written
 */
export function followDraft(
  store: ComposerStore,
  signal: AbortSignal,
  isInUse: () => boolean = () => true,
): void {
  const refresh = async (id: string) => {
    const { readDraft } = await import('../drafts/store'); // no part of the popup's first load
    const row = await readDraft(id);
    const { draft, status, tabId, open } = store.getState();
    if (draft?.id !== id) {
      // Another view was let into the page, or has begun another pin of it.
      if (!isInUse() && status !== 'opening' && row?.tabId === tabId) void open(row.tabId);
      return;
    }
    if (row) store.setState({ draft: isInUse() ? withPictures(draft, row) : row });
    else if (status === 'editing' && !isInUse() && tabId !== null) void open(tabId);
  };
  watchChanges(({ kind, id }) => {
    if (kind === 'draft') void refresh(id);
  }, signal);
  // Its picture may have been read before the draft came here.
  const stop = store.subscribe(({ draft }, before) => {
    if (draft && draft.id !== before.draft?.id) void refresh(draft.id);
  });
  signal.addEventListener('abort', stop, { once: true });
}

function withPictures(draft: Draft, { image, media, also }: Draft): Draft {
  const read = new Map(also.map((along) => [along.key, along]));
  return { ...draft, image, media, also: draft.also.map((along) => read.get(along.key) ?? along) };
}
