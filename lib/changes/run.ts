import { wasPutBack } from '../clock';
import { AppError, toErrorInfo, type ErrorCode } from '../errors';
import { passes } from '../outbox/refusal';
import { backoffMs } from '../outbox/schedule';
import type { PinterestClient } from '../pinterest/client';
import { boardIndex, sectionIndex } from '../storage/items';
import { listOpenChanges, updateChange } from './store';
import type { LibraryChange } from './types';

interface ChangeDeps {
  clientFor(accountId: string): Promise<PinterestClient>;
  sendPausedUntil?(): Promise<number>;
}

/** What a failure to write waits, ms. */
const STUCK_MS = 60_000;

/**
 * Carries out the first change that is due, if there is one. It is a part of the outbox's runner, under its lock and by its
 * limits.
 *
 * @returns when it is to be called again (ms of UTC), null where no change is open
 */
export async function carryOutNext(deps: ChangeDeps): Promise<number | null> {
  try {
    return await next(deps);
  } catch {
    return Date.now() + STUCK_MS; // a row that can't be read or written holds no pin up
  }
}

async function next(deps: ChangeDeps): Promise<number | null> {
  const open = await listOpenChanges();
  const now = Date.now();
  const pausedUntil = open.length > 0 ? ((await deps.sendPausedUntil?.()) ?? 0) : 0;
  if (pausedUntil > now) return pausedUntil;
  const met = new Set<string>();
  let first: number | null = null;
  for (const change of open) {
    if (met.has(change.about)) continue; // an earlier one of the same thing comes first
    met.add(change.about);
    const isLost = change.state === 'sending' || wasPutBack(change.updatedAt, now);
    const at = isLost ? now : change.until;
    if (at <= now) {
      await carryOut(deps, change.id);
      return now;
    }
    first = Math.min(first ?? at, at);
  }
  return first;
}

async function carryOut(deps: ChangeDeps, id: string): Promise<void> {
  const change = await updateChange(id, ({ state, unsure }) => {
    if (state !== 'waiting' && state !== 'sending')
      throw new AppError('outbox/too-late', undefined);
    return { state: 'sending', unsure: unsure || state === 'sending' };
  }).catch(() => null); // taken back meanwhile
  if (!change) return;
  const came = await send(deps, change);
  // First: a view that is told of it reads them at once, and would take those of before for what is there now.
  if (came.state === 'done') await forgetBoards(change).catch(() => undefined);
  await updateChange(id, () => came);
}

async function send(deps: ChangeDeps, change: LibraryChange): Promise<Partial<LibraryChange>> {
  const done = { state: 'done', because: null } as const;
  try {
    const client = await deps.clientFor(change.accountId);
    try {
      const made = await client.call(change.op, change.input);
      return { ...done, madeId: made?.id ?? null };
    } catch (error) {
      const madeId = await madeBefore(client, change, toErrorInfo(error).code);
      if (madeId === undefined) throw error;
      return { ...done, madeId };
    }
  } catch (error) {
    const because = toErrorInfo(error);
    const isUnknown = because.code === 'api/outcome-unknown';
    if (!isUnknown && !passes(because)) return { state: 'failed', because };
    const wait =
      because.code === 'api/rate-limited' ? because.data.retryAfterMs : backoffMs(change.attempts);
    return {
      state: 'waiting',
      because,
      until: Date.now() + wait,
      attempts: change.attempts + 1,
      unsure: change.unsure || isUnknown,
    };
  }
}

/**
 * Whether a refusal says that the change is there already: what is to be deleted is gone, or a name is taken by what this very
 * change made, of which the answer was lost. Pinterest takes a name once, so asking again makes no second board.
 * @returns the id of what was made, null where nothing is made, undefined where it is not there
 */
async function madeBefore(
  client: PinterestClient,
  { op, input, unsure }: LibraryChange,
  code: ErrorCode,
): Promise<string | null | undefined> {
  if (op.endsWith('delete')) return code === 'api/not-found' ? null : undefined;
  if (!unsure || (code !== 'api/board-name' && code !== 'api/rejected')) return undefined;
  if (op !== 'boards/create' && op !== 'board_sections/create') return undefined;
  const pages =
    op === 'boards/create'
      ? client.pages('boards/list', {})
      : client.pages('board_sections/list', input);
  for await (const page of pages) {
    const found = page.find(({ name }) => name === input.name);
    if (found) return found.id;
  }
  return undefined;
}

/** What views show of boards is read anew. */
async function forgetBoards({ op }: LibraryChange): Promise<void> {
  if (op.startsWith('pins/')) return;
  const kept = await boardIndex.getValue();
  if (kept) await boardIndex.setValue({ ...kept, readAt: 0 });
  await sectionIndex.removeValue();
}
