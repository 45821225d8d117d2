// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';

import draft3 from '../../test/golden/tack-drafts-3.json';
import { addDraft, editDraft, readDraft } from '../drafts/store';
import type { Draft, DraftEdit } from '../drafts/types';
import type { Send } from '../messages/create-send';
import { createComposerStore } from './composer';
import { followDraft } from './follow-draft';

const ID = 'in-two-views';

/** The background, as far as drafts go. */
const background = (async (type: string, { edit }: { edit?: DraftEdit }) => {
  if (type === 'draft/edit' && edit) await editDraft(ID, edit);
  return { draft: await readDraft(ID), capture: null, error: null, lane: null };
}) as unknown as Send;

/** A view that shows the draft; `isInUse` says whether the person is at it. */
async function view(isInUse: () => boolean, signal: AbortSignal) {
  const store = createComposerStore(background);
  await store.getState().open(1);
  followDraft(store, signal, isInUse);
  return store;
}

// C03
it('loses no word where one draft is edited in two views, and both show what was written last', async () => {
  await addDraft({ ...(draft3 as unknown as Draft), id: ID, tabId: 1, title: '', description: '' });
  const viewing = new AbortController();
  let used = 'popup';
  const popup = await view(() => used === 'popup', viewing.signal);
  const panel = await view(() => used === 'panel', viewing.signal);
  const shown = () => [popup, panel].map((store) => store.getState().draft?.title);

  popup.getState().edit({ title: 'From the popup' });
  await vi.waitFor(() => expect(shown()).toEqual(['From the popup', 'From the popup']));
  used = 'panel';
  panel.getState().edit({ description: 'From the panel' });
  await vi.waitFor(async () =>
    expect(await readDraft(ID)).toMatchObject({
      title: 'From the popup',
      description: 'From the panel',
    }),
  );

  panel.getState().edit({ title: 'Last of all' });
  await vi.waitFor(() => expect(shown()).toEqual(['Last of all', 'Last of all']));
  expect(popup.getState().draft?.description).toBe('From the panel');
  viewing.abort();
});
