// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { readAccount, writeAccount, writeTokens, type TokenPair } from '../auth/vault';
import { AppError, type ErrorInfo } from '../errors';
import { resumeSignedIn } from './signed-in';
import { addJob, readJob } from './store';
import { aJob, boardThat, runnerFor } from './testing-board';

const signedOut = { code: 'auth/signed-out', data: undefined } as const;

/** A runner that acts for whoever is signed in. */
function runnerOfVault(board: ReturnType<typeof boardThat>) {
  const clientFor = async (accountId: string) => {
    if (!(await readAccount(accountId))?.tokens) throw new AppError('auth/signed-out', undefined);
    return board.client;
  };
  return runnerFor(board.client, { clientFor, onBegin: resumeSignedIn });
}

const tokens: TokenPair = {
  accessToken: 'pina_1',
  accessExpiresAt: Number.MAX_SAFE_INTEGER,
  refreshToken: '',
  refreshExpiresAt: 0,
  scopes: [],
};

async function signedIn(id: string): Promise<void> {
  const app = { appId: '1', appSecret: 's', environment: 'local' } as const;
  const view = { id, username: id, imageUrl: null, accountType: 'PINNER' as const };
  await writeAccount({
    version: 1,
    kind: 'account',
    app,
    tokens,
    view: { ...view, environment: 'local', scopes: [] },
  });
}

const heldBy = (because: ErrorInfo, accountId: string) => ({
  ...aJob(),
  accountId,
  pause: { kind: 'held' as const, because },
});

describe('pins whose sign-in has ended', () => {
  afterEach(() => void vi.useRealTimers());

  it('wait for it, and go out by themselves once their account is signed in again', async () => {
    const board = boardThat();
    const runner = runnerOfVault(board);
    const jobs = Array.from({ length: 3 }, () => ({ ...aJob(), accountId: 'comes-back' }));
    for (const job of jobs) await addJob(job);
    await runner.reconcile();
    for (const { id } of jobs)
      expect((await readJob(id))!.pause).toMatchObject({ kind: 'held', because: signedOut });

    await later(() => signedIn('comes-back'));
    await runner.reconcile();

    expect(board.pins).toHaveLength(3);
  });

  it('are left as they are by the sign-in of another account, and where it was something else', async () => {
    const stranger = heldBy(signedOut, 'stranger');
    const full = heldBy({ code: 'api/image-refused', data: { message: '' } }, 'own');
    for (const job of [stranger, full]) await addJob(job);
    await later(() => signedIn('own'));

    await resumeSignedIn([stranger, full]);

    expect((await readJob(stranger.id))!.pause?.kind).toBe('held');
    expect((await readJob(full.id))!.pause?.kind).toBe('held');
  });

  it('are not tried again and again where it ended once more, or is refused all the same', async () => {
    const updatedAt = Date.now() + 60_000;
    const [ends, refused] = [heldBy(signedOut, 'ends'), heldBy(signedOut, 'refused')];
    const jobs = [
      { ...ends, updatedAt },
      { ...refused, updatedAt },
    ];
    for (const job of jobs) await addJob(job);
    for (const { accountId } of jobs) await signedIn(accountId);
    await writeTokens('ends', null);

    await resumeSignedIn(jobs);

    for (const { id } of jobs) expect((await readJob(id))!.pause?.kind).toBe('held');
  });

  it('go on where they were held a moment after it, by what was asked before it', async () => {
    await signedIn('straddled');
    const job = { ...heldBy(signedOut, 'straddled'), updatedAt: Date.now() + 5000 };
    await addJob(job);

    await resumeSignedIn([job]);

    expect((await readJob(job.id))!.pause).toBeNull();
  });

  it('go on where more was allowed than before', async () => {
    const job = heldBy({ code: 'auth/missing-scope', data: { scopes: ['pins:write'] } }, 'allows');
    await addJob(job);
    await later(() => signedIn('allows'));

    await resumeSignedIn([job]);

    expect((await readJob(job.id))!.pause).toBeNull();
  });
});

/** A sign-in takes the person longer than a millisecond. */
async function later(run: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  await run();
  vi.useRealTimers();
}
