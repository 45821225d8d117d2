import { readableName } from '../boards/readable-name';
import type { Send } from '../messages/create-send';
import type { Input, OperationId, Output } from '../pinterest/endpoints';
import type { Board, Page, Pin } from '../pinterest/types';
import type { LibraryPlace, PinRow } from './types';

/** Reads from Pinterest through the background. @throws AppError as the client does */
export const read = <Id extends OperationId>(ask: Send, id: Id, input: Input<Id>) =>
  ask('pinterest/read', { id, input: input as object }) as Promise<Output<Id>>;

/** The largest page that Pinterest gives. */
export const PAGE_SIZE = 250;

/** A page of pins; `bookmark` is where the next one begins, null on the last. */
export interface PinPage {
  pins: PinRow[];
  bookmark: string | null;
}

/**
 * Reads one page of the pins of a place. A search is Pinterest's own, which takes the permission for secret boards.
 * @throws AppError as the client does
 */
export async function readPins(
  ask: Send,
  place: LibraryPlace,
  bookmark: string | null,
): Promise<PinPage> {
  const page = await pageOf(ask, place, bookmark ? { bookmark } : {});
  return { pins: page.items.map(toPinRow), bookmark: page.bookmark ?? null };
}

function pageOf(ask: Send, place: LibraryPlace, from: { bookmark?: string }): Promise<Page<Pin>> {
  const query = { ...from, page_size: PAGE_SIZE };
  if (place.kind === 'all') return read(ask, 'pins/list', query);
  if (place.kind === 'search')
    return read(ask, 'search_user_pins/list', { ...from, query: place.query });
  const { boardId: board_id, sectionId: section_id } = place;
  return section_id === null
    ? read(ask, 'boards/list_pins', { ...query, board_id })
    : read(ask, 'board_sections/list_pins', { ...query, board_id, section_id });
}

/** Reads what a board says of itself. @throws AppError as the client does */
export const readBoard = async (ask: Send, boardId: string): Promise<Board> =>
  readable(await read(ask, 'boards/get', { board_id: boardId }));

const readable = (board: Board): Board => ({ ...board, name: readableName(board.name) });

/** More boards than this nobody looks through who searches. */
const MOST_FOUND = 1000;

/** Finds own boards by Pinterest's search, to the last page. @throws AppError as the client does */
export async function searchBoards(ask: Send, query: string): Promise<Board[]> {
  const found: Board[] = [];
  let bookmark: string | null = null;
  do {
    const from: { bookmark?: string } = bookmark === null ? {} : { bookmark };
    const input = { query, page_size: PAGE_SIZE, ...from };
    const page: Page<Board> = await read(ask, 'search_user_boards/get', input);
    found.push(...page.items.map(readable));
    const next = page.bookmark ?? null;
    bookmark = next === bookmark ? null : next;
  } while (bookmark !== null && found.length < MOST_FOUND);
  return found;
}

/** Makes the library's pin of Pinterest's. */
export function toPinRow(pin: Pin): PinRow {
  const { images } = pin.media ?? {};
  const image = images?.['150x150'] ?? images?.['400x300'] ?? Object.values(images ?? {})[0];
  return {
    id: pin.id,
    title: pin.title ?? '',
    description: pin.description ?? '',
    altText: pin.alt_text ?? '',
    link: pin.link ?? '',
    boardId: pin.board_id ?? '',
    sectionId: pin.board_section_id ?? null,
    creativeType: pin.creative_type ?? '',
    createdAt: pin.created_at ?? '',
    imageUrl: image?.url ?? null,
    isOwn: pin.is_owner !== false, // where it is not said, Pinterest decides
  };
}
