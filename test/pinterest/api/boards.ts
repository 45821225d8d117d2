import type { Board, Privacy } from '../types.ts';
import { readableBoard, sectionOf, seesSecret, writableBoard } from './access.ts';
import { errors } from './errors.ts';
import { filterByCreativeType, pinPage } from './pin-lists.ts';
import { created, noContent, ok, type Call, type Handler } from './pipeline.ts';
import { oneOf, pageOf, bodyText } from './reading.ts';
import { boardShape } from './shapes.ts';

const filters = ['ALL', 'PUBLIC', 'PROTECTED', 'SECRET', 'PUBLIC_AND_SECRET'] as const;

/** Answers everything about boards and their sections. */
export const boardHandlers: Record<string, Handler> = {
  'boards/list': (call) => {
    const privacy = oneOf(call, 'privacy', filters, 'ALL');
    const boards = ownBoards(call).filter(
      (board) => privacy === 'ALL' || privacy.split('_AND_').includes(board.privacy),
    );
    const page = pageOf(call, `boards ${privacy}`, boards, (board) => board.sequence);
    return ok({ ...page, items: page.items.map((board) => boardShape(call.world, board)) });
  },

  'boards/create': (call) => {
    const privacy = privacyOf(call, ['PUBLIC', 'PROTECTED', 'SECRET']) ?? 'PUBLIC';
    if (privacy === 'SECRET' && !call.token.scopes.includes('boards:write_secret'))
      throw errors.scope();
    const now = Date.now();
    const board = call.world.store.addBoard({
      ownerId: call.account.id,
      name: nameOf(call),
      description: bodyText(call, 'description') ?? null,
      privacy,
      isAdsOnly: call.body['is_ads_only'] === true,
      createdAt: now,
      pinsModifiedAt: now,
    });
    return created(boardShape(call.world, board));
  },

  'boards/get': (call) => ok(boardShape(call.world, readableBoard(call, call.path('board_id')))),

  'boards/update': (call) => {
    const board = writableBoard(call, call.path('board_id'), 'boards');
    const privacy = privacyOf(call, ['PUBLIC', 'SECRET']);
    if (call.body['name'] !== undefined) board.name = nameOf(call, board);
    const description = bodyText(call, 'description');
    if (description !== undefined) board.description = description;
    if (privacy) board.privacy = privacy;
    call.world.store.changes.emit('change');
    return ok(boardShape(call.world, board));
  },

  'boards/delete': (call) => {
    call.world.store.removeBoard(writableBoard(call, call.path('board_id'), 'boards'));
    return noContent();
  },

  'boards/list_pins': (call) => {
    const board = readableBoard(call, call.path('board_id'));
    if (board.privacy === 'SECRET' && !seesSecret(call, 'pins')) throw errors.forbidden();
    const pins = filterByCreativeType(call, call.world.store.boardPins(board.id));
    return pinPage(call, `pins of ${board.id}`, pins);
  },

  'board_sections/list': (call) => {
    const board = readableBoard(call, call.path('board_id'));
    const page = pageOf(
      call,
      `sections of ${board.id}`,
      board.sections,
      (section) => section.sequence,
    );
    return ok({ ...page, items: page.items.map(({ id, name }) => ({ id, name })) });
  },

  'board_sections/create': (call) => {
    const board = writableBoard(call, call.path('board_id'), 'boards');
    const { id, name } = call.world.store.addSection(board, sectionName(call, board));
    return created({ id, name });
  },

  'board_sections/update': (call) => {
    const board = writableBoard(call, call.path('board_id'), 'boards');
    const section = sectionOf(board, call.path('section_id'));
    section.name = sectionName(call, board, section.id);
    return ok({ id: section.id, name: section.name });
  },

  'board_sections/delete': (call) => {
    const board = writableBoard(call, call.path('board_id'), 'boards');
    const section = sectionOf(board, call.path('section_id'));
    board.sections.splice(board.sections.indexOf(section), 1);
    for (const pin of call.world.store.boardPins(board.id)) {
      if (pin.sectionId === section.id) call.world.store.removePin(pin);
    }
    return noContent();
  },

  'board_sections/list_pins': (call) => {
    const board = readableBoard(call, call.path('board_id'));
    if (board.privacy === 'SECRET' && !seesSecret(call, 'pins')) throw errors.forbidden();
    const section = sectionOf(board, call.path('section_id'));
    const pins = call.world.store.boardPins(board.id).filter((pin) => pin.sectionId === section.id);
    return pinPage(call, `pins of ${section.id}`, pins);
  },

  'search_user_boards/get': (call) => {
    const query = call.query.get('query')?.toLowerCase() ?? '';
    const boards = ownBoards(call).filter((board) => board.name.toLowerCase().includes(query));
    const page = pageOf(call, `boards like ${query}`, boards, (board) => board.sequence);
    return ok({ ...page, items: page.items.map((board) => boardShape(call.world, board)) });
  },
};

function ownBoards(call: Call): Board[] {
  const boards = call.world.store.ownerBoards(call.account.id);
  return seesSecret(call, 'boards') ? boards : boards.filter((board) => board.privacy !== 'SECRET');
}

function nameOf(call: Call, self?: Board): string {
  const name = bodyText(call, 'name')?.trim();
  if (!name) throw errors.parameters('Invalid board name.');
  const taken = call.world.store
    .ownerBoards(call.account.id)
    .some((board) => board !== self && board.name.toLowerCase() === name.toLowerCase());
  if (taken) throw errors.parameters('You already have a board with this name.');
  return name;
}

function privacyOf<Value extends Privacy>(call: Call, values: readonly Value[]): Value | undefined {
  const value = bodyText(call, 'privacy');
  if (value === undefined || value === null) return undefined;
  const found = values.find((known) => known === value);
  if (!found)
    throw errors.invalid(`Invalid request: '${value}' is not one of [${values.join(', ')}]`);
  return found;
}

function sectionName(call: Call, board: Board, selfId?: string): string {
  const name = bodyText(call, 'name')?.trim();
  if (!name || name.length > 180) throw errors.parameters('Invalid board section parameters.');
  const taken = board.sections.some((section) => section.id !== selfId && section.name === name);
  if (taken) throw errors.parameters('Invalid board section parameters.');
  return name;
}
