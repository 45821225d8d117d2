import { createStore } from 'zustand/vanilla';

import type { Capture, ImageCandidate } from '../capture/types';
import { siteOfPage } from '../drafts/site';
import { readDraft } from '../drafts/store';
import type { Draft, DraftEdit, Lane } from '../drafts/types';
import { AppError, fromErrorInfo, toAppError } from '../errors';
import type { Send } from '../messages/create-send';
import { featureScopes, type Feature } from '../pinterest/scopes';
import { watchChanges } from '../storage/changes';

export interface ComposerState {
  /** `empty`: nothing to pin here, `error` says why. `queued`: durable, the background does the rest. */
  status: 'opening' | 'empty' | 'editing' | 'publishing' | 'queued';
  tabId: number | null;
  draft: Draft | null;
  capture: Capture | null;
  /** Other pictures that are pinned with the same words, to the same board. */
  also: ImageCandidate[];
  /** What the person said of the site: null where they were not asked yet. */
  lane: Lane | null;
  error: AppError | null;
  jobId: string | null;
  open(tabId: number): Promise<void>;
  /** Takes pictures: the first to write about, the others along with it. */
  choose(images: ImageCandidate[]): Promise<void>;
  /** Shows where on the page a picture is. */
  showOnPage(image: ImageCandidate): Promise<void>;
  /** Pins no other picture along. */
  onlyThis(): void;
  /** Takes another address of the same picture. */
  chooseVersion(url: string): Promise<void>;
  /** Reads the picture again, after its site was granted. */
  reread(): Promise<void>;
  /** Remembers for the site whether its pictures are the person's to publish. */
  setLane(lane: Lane): void;
  edit(edit: DraftEdit): void;
  /** Queues the draft. Gives where its toast is shown, or null where it could not be queued: `error` says why. */
  publish(): Promise<'page' | 'view' | null>;
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
  return createStore<ComposerState>((set, get) => ({
    status: 'opening',
    tabId: null,
    draft: null,
    capture: null,
    also: [],
    lane: null,
    error: null,
    jobId: null,
    async open(tabId) {
      set({ status: 'opening', tabId, error: null, jobId: null });
      try {
        const { draft, capture, error, lane } = await ask('draft/open', { tabId });
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
      set({ lane });
      const site = siteOfPage(get().draft?.pageUrl ?? '');
      void ask('site/lane', { site, lane }).catch(() => undefined);
    },
    onlyThis: () => set({ also: [] }),
    async showOnPage({ url, frameId }) {
      const { tabId } = get();
      if (tabId !== null) await ask('page/show', { tabId, frameId, url }).catch(() => undefined);
    },
    async choose([image, ...also]) {
      const { tabId } = get();
      if (tabId === null || !image) return;
      try {
        await saving; // what was just typed goes along
        const draft = await ask('draft/start', { tabId, image });
        set({ draft, also, status: 'editing', error: null });
      } catch (error) {
        set({ error: toAppError(error) });
      }
    },
    async chooseVersion(url) {
      const { draft } = get();
      if (!draft) return;
      await ask('draft/version', { draftId: draft.id, url }).catch((error: unknown) =>
        set({ error: toAppError(error) }),
      );
    },
    async reread() {
      const { draft } = get();
      if (!draft) return;
      set({ error: null });
      await ask('draft/reread', { draftId: draft.id }).catch((error: unknown) =>
        set({ error: toAppError(error) }),
      );
    },
    edit(edit) {
      const { draft } = get();
      if (!draft) return;
      set({ draft: { ...draft, ...edit, edited: true }, error: null });
      const saved = ask('draft/edit', { draftId: draft.id, edit }).catch((error: unknown) =>
        set({ error: toAppError(error) }),
      );
      saving = Promise.all([saving, saved]);
    },
    async publish() {
      const { draft, status } = get();
      if (!draft || status !== 'editing') return null;
      set({ status: 'publishing', error: null });
      try {
        await saving;
        // Edits that a stopped worker made be said twice may have come out of order: the last word is what is shown.
        if (draft.edited) await ask('draft/edit', { draftId: draft.id, edit: wordsOf(draft) });
        const { also } = get();
        const sent = await ask('draft/publish', { draftId: draft.id, also });
        const { jobId, failed } = sent;
        const error = failed > 0 ? new AppError('draft/some-failed', { count: failed }) : null;
        set({ status: 'queued', jobId, error });
        return failed > 0 ? 'view' : sent.toast;
      } catch (error) {
        set({ error: toAppError(error), status: 'editing' });
        return null;
      }
    },
    needFeature: (feature) =>
      set({ error: new AppError('auth/missing-scope', { scopes: [...featureScopes[feature]] }) }),
    async discard() {
      const { draft, tabId } = get();
      if (!draft) return;
      await ask('draft/discard', { draftId: draft.id });
      if (tabId !== null) await get().open(tabId);
    },
  }));
}

const wordsOf = ({ title, description, altText, link, board }: Draft): DraftEdit => ({
  title,
  description,
  altText,
  link,
  board,
});

export type ComposerStore = ReturnType<typeof createComposerStore>;

/** Keeps the store's draft in step with what the background learns of its bytes, until `signal` aborts. */
export function followDraft(store: ComposerStore, signal: AbortSignal): void {
  const refresh = async (id: string) => {
    const row = await readDraft(id);
    const { draft } = store.getState();
    if (row && draft?.id === id)
      store.setState({ draft: { ...draft, image: row.image, media: row.media } });
  };
  watchChanges(({ kind, id }) => {
    if (kind === 'draft' && store.getState().draft?.id === id) void refresh(id);
  }, signal);
}
