// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { bareImage } from '../capture/bare-image';
import { addDraft } from '../drafts/store';
import { trayIds } from '../drafts/tray';
import { inTurn } from '../drafts/turn';
import type { Draft } from '../drafts/types';
import { AppError, toErrorInfo } from '../errors';
import { handoffs, menuProblems, siteLanes } from '../storage/items';
import { createComposerStore } from './composer';
import { keptDraft } from './kept-draft';
import { readTray } from './tray';

const PAGE = 'https://a.test/soup';

/** Writes a draft that was begun in a tab. */
async function beginIn(tabId: number): Promise<Draft> {
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
  return draft;
}

describe('a draft that is kept', () => {
  beforeEach(() => browser.storage.session.clear());

  it('is given with what was said of its site', async () => {
    await beginIn(1);
    await siteLanes.setValue({ 'a.test': 'create' });
    expect(await keptDraft({ id: 1, url: `${PAGE}#steps` })).toMatchObject({
      draft: { title: 'Soup' },
      lane: 'create',
      tray: null,
    });
  });

  it('is not given for another page of the same tab', async () => {
    await beginIn(2);
    expect(await keptDraft({ id: 2, url: 'https://a.test/bread' })).toBe(null);
  });

  it('is not given where the menu could not begin what was asked for', async () => {
    await beginIn(3);
    await menuProblems.setValue({ 3: toErrorInfo(new AppError('page/no-image', undefined)) });
    expect(await keptDraft({ id: 3, url: PAGE })).toBe(null);
  });

  it('waits for the menu click that came before', async () => {
    await beginIn(4);
    const clicked = inTurn(4, () => handoffs.setValue({}));
    expect(await keptDraft({ id: 4, url: PAGE })).toBe(null);
    await clicked;
  });

  it('is the one that the first script found, where that could ask', async () => {
    const draft = await beginIn(5);
    await handoffs.setValue({});
    const begun = Promise.resolve({ handoffs: { 5: draft.id } });
    expect(await keptDraft({ id: 5, url: PAGE }, { begun })).toMatchObject({ draft });
    const unread = Promise.resolve(null);
    expect(await keptDraft({ id: 5, url: PAGE }, { begun: unread })).toBe(null);
  });
});

describe('a composer that opens with a kept draft', () => {
  const asks: string[] = [];
  const silent = () =>
    createComposerStore((type) => (asks.push(type), new Promise(() => undefined)));
  beforeEach(() => void (asks.length = 0));

  it('shows it before the background is asked', async () => {
    const draft = await beginIn(6);
    const composer = silent();
    const before = new Promise<void>((resolve) => {
      void composer.getState().open(6, async (show) => {
        show({ draft, tray: null, lane: 'save' });
        expect(asks).toEqual([]);
        resolve();
      });
    });
    await before;
    await new Promise((resolve) => setTimeout(resolve));
    expect(composer.getState()).toMatchObject({ status: 'editing', draft, lane: 'save' });
    expect(asks).toEqual(['draft/open']);
  });

  it('asks the background where what is kept cannot be read', async () => {
    void silent()
      .getState()
      .open(7, () => Promise.reject(new Error('no database')));
    await new Promise((resolve) => setTimeout(resolve));
    expect(asks).toEqual(['draft/open']);
  });

  it('does not show it over another tab, nor over what is there by now', async () => {
    const draft = await beginIn(8);
    const composer = silent();
    const shown = Promise.withResolvers<void>();
    void composer.getState().open(8, async (show) => {
      composer.setState({ status: 'empty' });
      show({ draft, tray: null, lane: null });
      composer.setState({ status: 'opening', tabId: 9 });
      show({ draft, tray: null, lane: null });
      shown.resolve();
    });
    await shown.promise;
    expect(composer.getState()).toMatchObject({ status: 'opening', draft: null });
  });

  it('stays at the one of several pins that the person turned to', async () => {
    const lead = { ...(await beginIn(10)), also: [{ key: '2', image: bareImage(`${PAGE}.png`) }] };
    const second = { ...lead, id: trayIds(lead as never)[0] ?? '', also: [], title: 'Bread' };
    await addDraft(second);
    const opened = Promise.withResolvers<unknown>();
    const composer = createComposerStore(() => opened.promise);
    const opening = composer.getState().open(10, async (show) => {
      show({ draft: lead as never, tray: await readTray(lead as never), lane: null });
    });
    await vi.waitFor(() => expect(composer.getState().status).toBe('editing'));
    composer.getState().show(second.id);
    expect(composer.getState().draft?.title).toBe('Bread');

    opened.resolve({ draft: lead, capture: null, error: null, lane: null });
    await opening;
    expect(composer.getState()).toMatchObject({
      draft: { title: 'Bread' },
      tray: { open: second.id },
    });
  });
});
