// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { bareImage } from '../capture/bare-image';
import { addDraft } from '../drafts/store';
import { inTurn } from '../drafts/turn';
import type { Draft } from '../drafts/types';
import { AppError, toErrorInfo } from '../errors';
import { handoffs, menuProblems, siteLanes } from '../storage/items';
import { createComposerStore } from './composer';
import { showKeptDraft } from './kept-draft';

const PAGE = 'https://a.test/soup';

/** Writes a draft that was begun in a tab, and opens a view whose background does not answer. */
async function openOver(tabId: number): Promise<ReturnType<typeof createComposerStore>> {
  const draft: Draft = {
    id: `draft of ${tabId}`,
    version: 3,
    createdAt: 0,
    updatedAt: 0,
    edited: false,
    tabId,
    pageUrl: PAGE,
    pageTitle: 'Soup',
    image: bareImage('https://a.test/soup.jpg'),
    media: { state: 'reading' },
    also: [],
    together: 'apart',
    title: 'Soup',
    description: '',
    altText: '',
    link: PAGE,
    linkRemoved: [],
    board: null,
  };
  await addDraft(draft);
  await handoffs.setValue({ [tabId]: draft.id });
  const store = createComposerStore(() => new Promise(() => undefined));
  void store.getState().open(tabId);
  return store;
}

describe('a draft that is kept', () => {
  it('is shown before the background answers, with what was said of its site', async () => {
    const store = await openOver(1);
    await siteLanes.setValue({ 'a.test': 'create' });
    await showKeptDraft(store, { id: 1, url: `${PAGE}#steps` });
    expect(store.getState()).toMatchObject({
      status: 'editing',
      draft: { title: 'Soup' },
      lane: 'create',
    });
  });

  it('is not shown over another page of the same tab', async () => {
    const store = await openOver(2);
    await showKeptDraft(store, { id: 2, url: 'https://a.test/bread' });
    expect(store.getState()).toMatchObject({ status: 'opening', draft: null });
  });

  it('is not shown where the menu could not begin what was asked for', async () => {
    const store = await openOver(3);
    await menuProblems.setValue({ 3: toErrorInfo(new AppError('page/no-image', undefined)) });
    await showKeptDraft(store, { id: 3, url: PAGE });
    expect(store.getState()).toMatchObject({ status: 'opening', draft: null });
  });

  it('waits for the menu click that came before', async () => {
    const store = await openOver(4);
    const clicked = inTurn(4, async () => {
      await handoffs.setValue({});
    });
    await showKeptDraft(store, { id: 4, url: PAGE });
    await clicked;
    expect(store.getState().draft).toBe(null);
  });

  it('does not take the place of what the background gave already', async () => {
    const store = await openOver(5);
    store.setState({ status: 'empty' });
    await showKeptDraft(store, { id: 5, url: PAGE });
    expect(store.getState()).toMatchObject({ status: 'empty', draft: null });
  });
});
