import { createStore } from 'zustand/vanilla';

import { addChoice } from '../boards/choices';
import type { ImageCandidate } from '../capture/types';
import { siteOfPage } from '../drafts/site';
import { readDraft } from '../drafts/store';
import type { Draft, DraftEdit, Lane } from '../drafts/types';
import { AppError, fromErrorInfo, toAppError } from '../errors';
import type { Send } from '../messages/create-send';
import { featureScopes } from '../pinterest/scopes';
import type { ComposerState } from './composer-state';
import { chosenBoards, edited, leadOf, opened, readTray } from './tray';

/**
 * The store of the pin being made. Every edit leaves for the background as it is made, which writes it: a view that is
 * closed in the same moment loses nothing, while a write of its own would end with it.
 */
export function createComposerStore(ask: Send) {
  let saving: Promise<unknown> = Promise.resolve();
  // Edits may arrive in another order than they were made in, where a stopped worker has them said again.
  const by = crypto.randomUUID();
  let nth = 0;
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
    const say = (draftId: string, edit: DraftEdit, all = false) => {
      nth += 1;
      set({ saying: get().saying + 1 });
      const whole = all ? { all } : {};
      const saved = ask('draft/edit', { draftId, edit, number: { by, nth }, ...whole })
        .catch(fail)
        .finally(() => {
          const saying = get().saying - 1;
          set(saying === 0 ? { saying, said: nth } : { saying });
        });
      saving = Promise.all([saving, saved]);
    };
    const doing = {
      get,
      set,
      say,
      discard: (draftId: string) => ask('draft/discard', { draftId }),
    };
    const act = async (work: (acts: typeof import('./tray-acts')) => void) =>
      work(await import('./tray-acts')); // no part of the popup's first load
    const start = async (tabId: number, images: [ImageCandidate, ...ImageCandidate[]]) => {
      try {
        await saving; // what was just typed goes along
        const draft = await ask('draft/start', { tabId, images });
        set({ draft, tray: await readTray(draft), status: 'editing', error: null, isAnew: false });
      } catch (error) {
        fail(error);
      }
    };
    return {
      status: 'opening',
      tabId: null,
      draft: null,
      tray: null,
      capture: null,
      lane: null,
      isAnew: false,
      error: null,
      jobId: null,
      saying: 0,
      said: 0,
      async open(tabId, kept) {
        const isOther = tabId !== get().tabId;
        set({ status: 'opening', tabId, lane: null, error: null, jobId: null, isAnew: false });
        if (isOther) set({ draft: null, tray: null, capture: null });
        const before = nth;
        try {
          await kept?.((shown) => {
            const { tabId: now, status } = get();
            if (now === tabId && status === 'opening') set({ ...shown, status: 'editing' });
          }).catch(() => undefined); // the background may read what the view can't
          const { draft, capture, error, lane } = await ask('draft/open', { tabId });
          const tray = await readTray(draft);
          const now = get();
          if (now.tabId !== tabId) return; // another tab is in front by now
          set({ capture, lane: now.lane ?? lane });
          if (isSending(now)) return;
          // What was written meanwhile in the draft that was kept is newer than what the background gave.
          const isSame = draft !== null && leadOf(now)?.id === draft.id;
          const open = (isSame && now.tray?.open) || null; // the pin of several that the person turned to
          // So is what they were asked about it, and what they were told.
          set({
            ...(isSame && nth !== before
              ? {}
              : tray && open
                ? opened(tray, open)
                : { draft, tray }),
            error: (isSame ? now.error : null) ?? (error && fromErrorInfo(error)),
            status: draft ? 'editing' : 'empty',
          });
        } catch (error) {
          const now = get();
          if (now.tabId !== tabId || isSending(now)) return;
          // A draft that was kept can be written in all the same.
          set({ error: toAppError(error), status: now.status === 'editing' ? 'editing' : 'empty' });
        }
      },
      async openDraft(id, tabId) {
        await get().open(tabId);
        if (get().draft?.id === id) return;
        const draft = await readDraft(id).catch(() => undefined);
        // Its page is gone: what is in that tab now has no picture for it.
        if (draft) {
          const tray = await readTray(draft);
          set({ draft, tray, capture: null, tabId: null, status: 'editing', error: null });
        } else if (!get().draft) fail(new AppError('draft/gone', undefined));
      },
      setLane(lane) {
        if (leadOf(get())?.image.pinId) set({ isAnew: lane === 'create' });
        else get().decideSite(lane);
      },
      decideSite(lane) {
        set({ lane, isAnew: lane === 'create' });
        const site = siteOfPage(get().draft?.pageUrl ?? '');
        void ask('site/lane', { site, lane }).catch(() => undefined);
      },
      leaveOut: (key) => act((tray) => tray.leaveOut(doing, key)),
      // At once, and loading nothing: the next letter is meant for the pin that is shown.
      show(id) {
        const { tray } = get();
        if (tray) set({ ...opened(tray, id), error: null });
      },
      giveBoard: (board) => act((tray) => tray.giveBoard(doing, board)),
      settle: async () => void (await saving),
      setTogether(together) {
        const lead = leadOf(get());
        if (!lead) return;
        const draft = { ...lead, together, edited: true };
        set({ draft, error: null });
        say(draft.id, { together });
        void readTray(draft).then((tray) => set({ tray }), fail);
        if (together === 'apart') return;
        void ask('draft/read-all', { draftId: draft.id }).catch(fail);
      },
      async showOnPage({ url, frameId }) {
        const { tabId } = get();
        if (tabId !== null) await ask('page/show', { tabId, frameId, url }).catch(() => undefined);
      },
      async choose([image, ...others]) {
        const { tabId } = get();
        if (tabId === null) fail(new AppError('page/unreachable', undefined));
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
        const { draft, tray } = get();
        if (!draft) return;
        set({ ...edited({ draft, tray }, edit), error: null });
        if (choosing) {
          void choosing.then(() => get().edit(edit));
          return;
        }
        say(draft.id, edit, tray !== null && tray.open === null);
      },
      async publish(how = {}) {
        await choosing;
        const { draft, tray, status } = get();
        const lead = leadOf({ draft, tray });
        if (!draft || !lead || status !== 'editing') return null;
        set({ status: 'publishing', error: null });
        try {
          // Others of a tray are written one after the other. Else nothing is waited for: the view may be closed any moment.
          if (tray) await saving;
          nth += 1;
          const last = { draftId: draft.id, edit: wordsOf(draft), number: { by, nth } };
          const sent = await ask('draft/publish', {
            draftId: lead.id,
            lane: laneOf(get()),
            ...how,
            ...(draft.edited ? { last } : {}),
          });
          const { jobId, failed } = sent;
          await noteChoices({ draft, tray }).catch(() => undefined); // costs a suggestion, and no pin
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
        const { tabId } = get();
        const lead = leadOf(get());
        if (!lead) return;
        await ask('draft/discard', { draftId: lead.id });
        if (tabId !== null) await get().open(tabId);
      },
    };
  });
}

/** Remembers what the board was chosen for; the view that asks does it, which has the time. */
async function noteChoices(shown: Pick<ComposerState, 'draft' | 'tray'>): Promise<void> {
  for (const { draft, board } of chosenBoards(shown)) await addChoice(draft, board);
}

/** Whether what is shown is on its way already: then no other draft takes its place. */
const isSending = ({ status }: ComposerState): boolean =>
  status === 'publishing' || status === 'queued';

const wordsOf = ({ title, description, altText, link, board, alsoOn }: Draft): DraftEdit => ({
  title,
  description,
  altText,
  link,
  board,
  ...(alsoOn ? { alsoOn } : {}),
});

/** How the picture goes out: what is a pin already is saved, and what is the person's is created. */
export function laneOf(state: Pick<ComposerState, 'draft' | 'tray' | 'lane' | 'isAnew'>): Lane {
  const { lane, isAnew } = state;
  if (leadOf(state)?.image.pinId) return isAnew ? 'create' : 'save';
  return lane ?? 'create';
}

export type ComposerStore = ReturnType<typeof createComposerStore>;
