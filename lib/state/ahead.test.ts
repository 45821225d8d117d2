// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { readChoices } from '../boards/choices';
import { addDraft, readDraft } from '../drafts/store';
import { inTurn } from '../drafts/turn';
import type { Draft } from '../drafts/types';
import { readJob } from '../outbox/store';
import {
  boardIndex,
  boardMarks,
  claimedSites,
  clockOffset,
  handoffs,
  panelTab,
  recentChoices,
  sectionIndex,
  siteLanes,
} from '../storage/items';
import { takeRow } from '../storage/open-ahead';
import { aheadDatabases, aheadKeys, askPopupAhead } from './ahead';
import { lastAccount } from './last-account';

const begin = (tabId: number) => handoffs.setValue({ [tabId]: `draft of ${tabId}` });

describe('what the popup asks for before its scripts are there', () => {
  beforeEach(() => void vi.stubGlobal('browser', browser)); // as it is there for a page of the extension

  it('are the keys that it begins with, as those of the side panel are', () => {
    const named = (keys: Record<string, readonly string[]>) =>
      Object.entries(keys).flatMap(([area, names]) => names.map((name) => `${area}:${name}`));
    const keysOf = (...items: { key: string }[]) => items.map(({ key }) => key);

    expect(named(aheadKeys.popup)).toEqual([
      ...keysOf(boardIndex, sectionIndex, claimedSites, lastAccount),
      ...keysOf(recentChoices, boardMarks, siteLanes),
    ]);
    expect(named(aheadKeys.panel)).toEqual(keysOf(panelTab, lastAccount, clockOffset));
  });

  it('are databases of the versions that their rows have', async () => {
    const made = async () =>
      Object.fromEntries((await indexedDB.databases()).map(({ name, version }) => [name, version]));
    await Promise.all([readDraft('none'), readChoices(), readJob('none')]);

    for (const [name, version = 1] of Object.values(aheadDatabases).flatMap(Object.entries))
      expect(await made()).toMatchObject({ [name]: version });
  });

  it('is the tab that its address names, with what was begun there', async () => {
    const tab = await browser.tabs.create({ url: 'https://a.test/soup' });
    const id = tab.id ?? -1;
    await begin(id);
    const { page, begun } = askPopupAhead(`?tab=${id}`);

    expect(await page).toMatchObject({ id, url: 'https://a.test/soup' });
    expect(await begun).toMatchObject({ handoffs: { [id]: `draft of ${id}` } });
  });

  it('is the tab in front where its address names none', async () => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValueOnce([{ id: 7 }] as never);
    expect(await askPopupAhead('').page).toEqual({ id: 7 });
  });

  it('is the tab alone where that is gone', async () => {
    vi.spyOn(browser.tabs, 'get').mockRejectedValueOnce(new Error('No tab with id: 8.'));
    expect(await askPopupAhead('?tab=8').page).toEqual({ id: 8 });
  });

  it('is the draft that was begun there, read once', async () => {
    await begin(11);
    await addDraft({ id: 'draft of 11', title: 'Soup' } as Draft);
    vi.spyOn(browser.tabs, 'get').mockResolvedValueOnce({ id: 11 } as never);
    await askPopupAhead('?tab=11').begun;
    await vi.waitFor(async () =>
      expect(await takeRow('tack-drafts', 'draft of 11')).toMatchObject({ title: 'Soup' }),
    );
  });

  it('waits for the menu click that came before', async () => {
    await begin(9);
    const clicked = inTurn(9, () => handoffs.setValue({}));
    vi.spyOn(browser.tabs, 'get').mockResolvedValueOnce({ id: 9 } as never);
    const { begun } = askPopupAhead('?tab=9');
    await clicked;

    expect(await begun).toEqual({ handoffs: {} });
  });
});
