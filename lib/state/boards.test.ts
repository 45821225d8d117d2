// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { boardRow } from '../../test/library-stores';
import { writeIndex } from '../boards/packed';
import { boardMarks } from '../storage/items';
import { createBoardsStore } from './boards';

const all = Array.from({ length: 1000 }, (_, at) => boardRow(`${at}`, `Board ${at}`));

const keep = (complete = true) =>
  writeIndex({ accountId: 'a', boards: all, complete, readAt: Date.now() });

const store = () => createBoardsStore(() => new Promise(() => undefined));

beforeEach(() => fakeBrowser.reset());

describe('boards of the session', () => {
  it('are shown in part until the view is drawn, the starred one among them', async () => {
    await keep();
    await boardMarks.setValue({ starred: ['900'], hidden: [] });
    const drawn = Promise.withResolvers<void>();
    const boards = store();

    await boards.getState().begin(drawn.promise);
    expect(boards.getState()).toMatchObject({ status: 'ready', complete: false, total: 1000 });
    expect(boards.getState().boards.map(({ id }) => id)).toContain('900');
    expect(boards.getState().boards).toHaveLength(201);

    drawn.resolve();
    await expect.poll(() => boards.getState().boards.length).toBe(1000);
    expect(boards.getState()).toMatchObject({ complete: true, total: null });
  });

  it('are all shown at once where nothing is drawn first, and where not all were read', async () => {
    await keep();
    const boards = store();
    await boards.getState().begin();
    expect(boards.getState()).toMatchObject({ complete: true, total: null });
    expect(boards.getState().boards).toHaveLength(1000);

    await keep(false);
    const others = store();
    await others.getState().begin(new Promise(() => undefined));
    expect(others.getState()).toMatchObject({ complete: false, total: null });
    expect(others.getState().boards).toHaveLength(1000);
  });

  it('are not put back over what came while the view was drawn', async () => {
    await keep();
    const drawn = Promise.withResolvers<void>();
    const boards = store();
    await boards.getState().begin(drawn.promise);
    const [newest = boardRow('new', 'New')] = all;
    boards.setState({ boards: [newest], total: null });

    drawn.resolve();
    await drawn.promise;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(boards.getState().boards).toEqual([newest]);
  });
});
