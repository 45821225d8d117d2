import { toErrorInfo, type ErrorInfo } from '../errors';
import { passes } from '../outbox/refusal';
import type { PinterestClient } from '../pinterest/client';
import type { Board } from '../pinterest/types';
import { boardIndex, boardWalk, sectionIndex } from '../storage/items';
import { packBoards, readIndex, unpackBoards, writeIndex } from './packed';
import { readableName } from './readable-name';
import type { BoardIndex, BoardRow, BoardWalk, SectionRow } from './types';

/** How long boards are shown without asking again, and how long a walk that was broken off is gone on with. */
const FRESH_MS = 5 * 60_000;

/** The largest page that Pinterest gives. */
const PAGE_SIZE = 250;

/** More pages than any account has: a bookmark that leads in a circle ends here. */
const MAX_PAGES = 2000;

/** Each write copies all boards, so not every page is written, but whenever there are this many times as many. */
const GROWTH = 1.25;

/** When a page is asked for again, ms after each failure. */
const AGAIN_MS = [1000, 5000, 15_000];

/** A minute's limit is waited out. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Sees to it that all boards of an account are in the session: those there where they are fresh, else from Pinterest to the
 * last bookmark. Where none are shown yet, they are put there as they come, so that a view can offer the first page. A walk
 * that a stopped worker left goes on at its bookmark.
 *
 * @throws AppError as the client does; what was shown stays
 */
export function loadBoards(
  client: PinterestClient,
  accountId: string,
  { refresh = false, signal }: { refresh?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  // One walk at a time: a second asker finds what the first one brought.
  return navigator.locks.request('tack-boards', async () => {
    const kept = ofAccount(await boardIndex.getValue(), accountId);
    if (kept?.complete && !refresh && Date.now() - kept.readAt < FRESH_MS) return;
    await walkOn(client, accountId, signal);
  });
}

/** Gives all boards of an account, see `loadBoards`, for who needs them at once. @throws AppError as the client does */
export async function readBoards(client: PinterestClient, accountId: string): Promise<BoardIndex> {
  await loadBoards(client, accountId);
  const index = ofAccount(await readIndex(), accountId);
  return index ?? { accountId, boards: [], complete: false, readAt: 0 };
}

/** Whether boards were being read when the worker was stopped. */
export const isWalkOpen = async (): Promise<boolean> => (await boardWalk.getValue()) !== null;

async function walkOn(
  client: PinterestClient,
  accountId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const left = await leftWalk(accountId);
  const anew: BoardWalk = { accountId, rows: '', bookmark: null, beganAt: Date.now() };
  try {
    await walk(client, left ?? anew, signal);
  } catch (error) {
    if (!left || signal?.aborted || passes(toErrorInfo(error))) throw error;
    await walk(client, anew, signal); // its bookmark may have ended with the worker
  }
}

async function leftWalk(accountId: string): Promise<BoardWalk | null> {
  const left = ofAccount(await boardWalk.getValue(), accountId);
  return left && Date.now() - left.beganAt < FRESH_MS ? left : null;
}

async function walk(
  client: PinterestClient,
  { accountId, rows, bookmark: from, beganAt }: BoardWalk,
  signal: AbortSignal | undefined,
): Promise<void> {
  const boards = new Map(unpackBoards(rows).map((board) => [board.id, board]));
  let bookmark = from;
  let written = boards.size;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const reply = await readPage(client, bookmark, signal);
    for (const board of reply.items) boards.set(board.id, toRow(board));
    if (!reply.bookmark || reply.bookmark === bookmark) break;
    bookmark = reply.bookmark;
    if (boards.size < written * GROWTH) continue;
    written = boards.size;
    const soFar = [...boards.values()];
    await changeIndex((index) =>
      ofAccount(index, accountId)?.complete
        ? index // what is shown is whole, if old
        : { accountId, boards: soFar, complete: false, readAt: Date.now() },
    );
    // The session holds 10 MB: a walk that has no room beside the boards is begun anew if it must.
    await boardWalk
      .setValue({ accountId, rows: packBoards(soFar), bookmark, beganAt })
      .catch(() => boardWalk.removeValue());
  }
  await boardWalk.removeValue(); // first: the boards and the walk to them may not both have room
  await changeIndex((index) => {
    // Made while the pages were read, and not on any of them.
    const made = (ofAccount(index, accountId)?.boards ?? []).filter(
      ({ id, madeAt = 0 }) => madeAt >= beganAt && !boards.has(id),
    );
    const all = [...made, ...boards.values()].toSorted((a, b) => b.modifiedAt - a.modifiedAt);
    return { accountId, boards: all, complete: true, readAt: Date.now() };
  });
}

/** Reads a page. In the middle of the list, what passes by itself is waited out: the bookmark is at hand, and somebody waits. */
async function readPage(
  client: PinterestClient,
  bookmark: string | null,
  signal: AbortSignal | undefined,
) {
  for (let tried = 0; ; tried += 1) {
    try {
      return await client.call(
        'boards/list',
        { page_size: PAGE_SIZE, ...(bookmark ? { bookmark } : {}) },
        signal ? { signal } : {},
      );
    } catch (error) {
      const wait = waitBefore(toErrorInfo(error), tried);
      if (!bookmark || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal?.throwIfAborted();
    }
  }
}

/** How long to wait before a page is asked for again, ms; undefined where that is of no use, or too long to wait. */
function waitBefore(error: ErrorInfo, tried: number): number | undefined {
  if (!passes(error)) return undefined;
  const wait = AGAIN_MS[tried];
  if (wait === undefined || error.code !== 'api/rate-limited') return wait;
  const { retryAfterMs } = error.data;
  return retryAfterMs <= LONGEST_WAIT_MS ? Math.max(wait, retryAfterMs) : undefined;
}

const ofAccount = <Kept extends { accountId: string }>(kept: Kept | null, accountId: string) =>
  kept?.accountId === accountId ? kept : null;

/** Changes the boards of the session, one writer after the other. */
export function changeIndex(
  change: (index: BoardIndex | null) => BoardIndex | null,
): Promise<void> {
  return navigator.locks.request('tack-board-index', async () => {
    const before = await readIndex();
    const after = change(before);
    if (after !== before) await writeIndex(after);
  });
}

/**
 * Changes the sections of a board in the session, one writer after the other. `known` is undefined where they were never read;
 * where `change` gives undefined, they stay so.
 */
export const changeSections = (
  boardId: string,
  change: (known: SectionRow[] | undefined) => SectionRow[] | undefined,
) =>
  navigator.locks.request('tack-section-index', async () => {
    const kept = await sectionIndex.getValue();
    const sections = change(kept[boardId]);
    if (sections) await sectionIndex.setValue({ ...kept, [boardId]: sections });
  });

/** Gives the sections of a board, from the session where they were read before. @throws AppError as the client does */
export async function loadSections(
  client: PinterestClient,
  boardId: string,
): Promise<SectionRow[]> {
  const kept = (await sectionIndex.getValue())[boardId];
  if (kept) return kept;
  const sections = await readSections(client, boardId);
  await changeSections(boardId, () => sections);
  return sections;
}

/** Gives the sections of a board as they are at Pinterest now. @throws AppError as the client does */
export async function readSections(
  client: PinterestClient,
  boardId: string,
): Promise<SectionRow[]> {
  const sections: SectionRow[] = [];
  for await (const page of client.pages('board_sections/list', { board_id: boardId })) {
    sections.push(...page.map(({ id, name }) => ({ id, name: readableName(name) })));
  }
  return sections;
}

/** Makes of a board what views show of it. */
export function toRow(board: Board): BoardRow {
  const modified = Date.parse(`${board.board_pins_modified_at ?? ''}Z`.replace('ZZ', 'Z'));
  return {
    id: board.id,
    name: readableName(board.name),
    privacy: board.privacy ?? 'PUBLIC',
    pinCount: board.pin_count ?? 0,
    coverUrl: board.media?.image_cover_url ?? null,
    ownerUsername: board.owner?.username ?? '',
    modifiedAt: Number.isNaN(modified) ? 0 : modified,
    collaborators: board.collaborator_count ?? 0,
  };
}
