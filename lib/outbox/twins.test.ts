// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import { partOf } from './filter';
import { reduce } from './job';
import { addJob, changeJob, readJob } from './store';
import { aJob, boardThat, runnerFor } from './testing-board';
import type { Job } from './types';

const TWIN = '4242';
type Board = ReturnType<typeof boardThat>;

/** As if all that is waited for had passed. */
const later = (id: string) =>
  changeJob(id, ({ stage, ...job }) => ({
    ...job,
    pause: null,
    stage: {
      ...stage,
      ...('verifyAt' in stage ? { verifyAt: 0 } : {}),
      ...('lookAt' in stage ? { lookAt: 0 } : {}),
    },
  }));

/** A pin that was made, and that the browser sent twice. */
async function madeTwice(more: Partial<Job> = {}): Promise<{ id: string; board: Board }> {
  const board = boardThat();
  const job = { ...aJob(), ...more };
  await addJob(job);
  await runnerFor(board.client).reconcile();
  board.pins.push({ ...board.pins[0]!, id: TWIN });
  return { id: job.id, board };
}

/** Lets the runner go on, on a board that shows what it shows. */
async function goOn(id: string, { client }: Board, pages = client.pages): Promise<Job> {
  await later(id);
  await runnerFor({ ...client, pages }).reconcile();
  return (await readJob(id))!;
}

const undo = (id: string) => changeJob(id, (row) => reduce(row, { type: 'undo' }));

async function* nothingYet(): AsyncGenerator<Pin[]> {
  yield [];
}

async function* refuse(): AsyncGenerator<Pin[]> {
  yield await Promise.reject(new AppError('api/restricted-feature', undefined));
}

const nothing = nothingYet as unknown as PinterestClient['pages'];
const refusal = refuse as unknown as PinterestClient['pages'];

describe('a twin of a pin that was taken back', () => {
  // K05
  it('is told, though its pin went from the board at once', async () => {
    const { id, board } = await madeTwice();
    await undo(id);
    await runnerFor(board.client).reconcile();
    expect(board.pins).toMatchObject([{ id: TWIN }]);
    expect(partOf((await readJob(id))!)).toBe('done');

    const { stage } = await goOn(id, board);
    expect(stage).toMatchObject({ name: 'cancelled', twinIds: [TWIN] });
  });

  it('is looked for no sooner than boards show what is on them', async () => {
    const { id, board } = await madeTwice();
    await undo(id);
    await runnerFor(board.client).reconcile();

    const { stage } = (await readJob(id))!;
    const { lookAt } = stage as { lookAt: number };
    expect(lookAt - Date.now()).toBeGreaterThan(95_000);
    expect(lookAt - Date.now()).toBeLessThanOrEqual(100_000);
  });

  it('stays told where it was found before', async () => {
    const { id, board } = await madeTwice();
    expect((await goOn(id, board)).stage.name).toBe('verified');
    await undo(id);
    await runnerFor(board.client).reconcile();

    expect((await readJob(id))!.stage).toMatchObject({ name: 'cancelled', twinIds: [TWIN] });
  });

  it('holds nobody up where the board is refused', async () => {
    const { id, board } = await madeTwice();
    await undo(id);
    await runnerFor(board.client).reconcile();
    for (let look = 0; look < 5; look += 1) {
      expect((await goOn(id, board, refusal)).pause?.kind).toBe('waiting');
    }

    expect((await goOn(id, board, refusal)).stage.name).toBe('cancelled');
  });

  it('is not looked for where there are no words to know it by', async () => {
    const content = { ...aJob().content, title: '', link: '' };
    const { id, board } = await madeTwice({ content });
    await undo(id);
    await runnerFor(board.client).reconcile();

    expect((await readJob(id))!.stage.name).toBe('cancelled');
  });
});

describe('a board that does not show a pin yet', () => {
  // K05
  it('is looked at again for its twin', async () => {
    const { id, board } = await madeTwice();
    expect((await goOn(id, board, nothing)).stage.name).toBe('created');

    expect((await goOn(id, board)).stage).toMatchObject({ name: 'verified', twinIds: [TWIN] });
  });

  it('is taken at its word the second time: the pin may have been moved', async () => {
    const { id, board } = await madeTwice();
    await goOn(id, board, nothing);

    expect((await goOn(id, board, nothing)).stage).toMatchObject({ name: 'verified', twinIds: [] });
  });
});
