// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import change1 from '../../test/golden/tack-changes-1.json';
import choices1 from '../../test/golden/tack-choices-1.json';
import file1 from '../../test/golden/tack-outbox-file-1-library.json';
import { storageNavigator } from '../../test/opfs';
import type { LibraryChange } from '../changes/types';

/** Another computer: the modules keep their databases open. */
async function elsewhere() {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
  fakeBrowser.reset();
  return {
    ...(await import('./export')),
    ...(await import('./import')),
    ...(await import('../changes/store')),
    ...(await import('../changes/queue')),
    ...(await import('../boards/choices')),
    ...(await import('../storage/items')),
  };
}

const change = (id: string, over: Partial<LibraryChange> = {}) =>
  ({ ...change1, id, ...over }) as LibraryChange;

beforeEach(() => {
  vi.stubGlobal('chrome', fakeBrowser); // for modules that are loaded within a test
  vi.stubGlobal('navigator', storageNavigator());
});

describe('the library in a file', () => {
  it('goes along: changes that have not ended, what was chosen for what, and marks of boards', async () => {
    const here = await elsewhere();
    await here.addChange(change('waits'));
    await here.addChange(change('sent', { state: 'sending' }));
    await here.addChange(change('over', { state: 'done' }));
    await here.adoptChoices(choices1.choices);
    await here.boardMarks.setValue({ starred: ['1'], hidden: ['2'] });
    const { blob } = await here.exportOutbox(false);

    const there = await elsewhere();
    expect(await there.importOutbox(blob)).toEqual({ added: 2, known: 0, bad: [] });

    expect(await there.readChoices()).toEqual(choices1.choices);
    expect(await there.boardMarks.getValue()).toEqual({ starred: ['1'], hidden: ['2'] });
    expect(await there.listOpenChanges()).toEqual([]); // nothing is sent by itself
    expect(await there.importOutbox(blob)).toEqual({ added: 0, known: 2, bad: [] });

    const imported = { state: 'failed', because: { code: 'outbox/imported' } };
    const byId = new Map((await there.listChanges()).map((each) => [each.id, each]));
    expect([...byId.keys()].toSorted()).toEqual(['sent', 'waits']);
    expect(byId.get('waits')).toMatchObject({ ...imported, unsure: false });
    expect(byId.get('sent')).toMatchObject({ ...imported, unsure: true });
    await there.tryChangeAgain('waits');
    expect(await there.listOpenChanges()).toMatchObject([{ id: 'waits', input: change1.input }]);
  });

  it('comes out of the file of an earlier Tack as it was', async () => {
    const there = await elsewhere();
    expect(await there.importOutbox(new Blob([JSON.stringify(file1)]))).toEqual({
      added: 1,
      known: 0,
      bad: [],
    });
    expect(await there.listChanges()).toMatchObject([{ id: 'c-1', back: change1.back }]);
    expect(await there.readChoices()).toEqual(choices1.choices);
    expect(await there.boardMarks.getValue()).toEqual(file1.settings.boardMarks);
  });

  it('writes over no choice and no mark, and names what it can’t take', async () => {
    const there = await elsewhere();
    const own = [{ ...choices1.choices[0]!, boardId: 'own' }];
    await there.adoptChoices(own);
    await there.boardMarks.setValue({ starred: ['own'], hidden: [] });
    const changes = [{ ...change1, op: 'ads/create' }, 7, { ...change1, id: 'good' }];
    const choices = [{ boardId: 1 }];
    const written = new Blob([JSON.stringify({ ...file1, changes, choices })]);

    expect(await there.importOutbox(written)).toEqual({
      added: 1,
      known: 0,
      bad: ['change c-1', 'change 2', 'choice 1'],
    });
    expect(await there.readChoices()).toEqual(own);
    expect(await there.boardMarks.getValue()).toEqual({ starred: ['own'], hidden: [] });
  });
});
