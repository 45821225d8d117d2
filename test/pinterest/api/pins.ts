import type { Pin } from '../types.ts';
import { isSecret, ownPin, sectionOf, seesSecret, writableBoard } from './access.ts';
import { errors } from './errors.ts';
import { receive } from './media-source.ts';
import { filterByCreativeType, pinPage } from './pin-lists.ts';
import { created, noContent, ok, type Call, type Handler } from './pipeline.ts';
import { flag, id, oneOf, bodyText } from './reading.ts';
import { pinShape } from './shapes.ts';

/** Answers everything about pins but their numbers. */
export const pinHandlers: Record<string, Handler> = {
  'pins/list': (call) => {
    const filter = oneOf(call, 'pin_filter', [
      'exclude_native',
      'exclude_repins',
      'has_been_promoted',
    ]);
    const type = oneOf(call, 'pin_type', ['PRIVATE']);
    flag(call, 'include_protected_pins');
    const pins = filterByCreativeType(call, visiblePins(call)).filter((pin) => {
      if (filter === 'has_been_promoted') return false;
      if (filter === 'exclude_repins' && pin.parentPinId !== null) return false;
      if (filter === 'exclude_native' && pin.link === null) return false;
      return type === undefined || isSecret(call, pin);
    });
    return pinPage(call, `pins ${filter ?? ''} ${type ?? ''}`, pins);
  },

  'pins/create': async (call) => {
    if (call.world.app.access === 'trial') throw errors.trial();
    const texts = pinTexts(call);
    const boardId = id(call, 'board_id');
    if (boardId === undefined) throw errors.invalid('Invalid request: board_id is required');
    const board = writableBoard(call, boardId, 'pins');
    const sectionId = id(call, 'board_section_id') ?? null;
    if (sectionId !== null) sectionOf(board, sectionId);
    const color = bodyText(call, 'dominant_color', { pattern: /^#[0-9a-fA-F]{6}$/ }) ?? null;
    const { media, dominantColor } = await receive(call, call.body['media_source']);
    const pin = call.world.store.addPin({
      ...blank,
      ...texts,
      ownerId: call.account.id,
      boardId: board.id,
      sectionId,
      dominantColor: color ?? dominantColor,
      parentPinId: id(call, 'parent_pin_id') ?? null,
      createdAt: Date.now(),
      isStandard: (call.body['media_source'] as Record<string, unknown>)['is_standard'] !== false,
      origin: 'api',
      media,
    });
    return created(pinShape(call.world, pin, call.account.id));
  },

  'pins/get': (call) => {
    const pin = ownPin(call, call.path('pin_id'));
    return ok(pinShape(call.world, pin, call.account.id, flag(call, 'pin_metrics')));
  },

  'pins/update': (call) => {
    const pin = changeablePin(call);
    const texts = pinTexts(call);
    const board = writableBoard(call, id(call, 'board_id') ?? pin.boardId, 'pins');
    const section = call.body['board_section_id'];
    const sectionId = id(call, 'board_section_id');
    if (sectionId !== undefined) sectionOf(board, sectionId);
    Object.assign(pin, texts);
    if (board.id !== pin.boardId) {
      call.world.store.movePin(pin, board.id);
      pin.sectionId = null;
    }
    if (section !== undefined) pin.sectionId = sectionId ?? null;
    call.world.store.changes.emit('change');
    return ok(pinShape(call.world, pin, call.account.id));
  },

  'pins/delete': (call) => {
    call.world.store.removePin(changeablePin(call));
    return noContent();
  },

  'pins/save': (call) => {
    const original = call.world.store.pins.get(call.path('pin_id'));
    if (!original || (isSecret(call, original) && original.ownerId !== call.account.id))
      throw errors.noPin();
    const boardId = id(call, 'board_id');
    if (boardId === undefined) throw errors.invalid('Invalid request: board_id is required');
    const board = writableBoard(call, boardId, 'pins');
    const sectionId = id(call, 'board_section_id') ?? null;
    if (sectionId !== null) sectionOf(board, sectionId);
    const { title, description, altText, link, dominantColor, isStandard, media } = original;
    const pin = call.world.store.addPin({
      title,
      description,
      altText,
      link,
      dominantColor,
      isStandard,
      media,
      ownerId: call.account.id,
      boardId: board.id,
      sectionId,
      parentPinId: original.id,
      createdAt: Date.now(),
      origin: 'save',
    });
    return created(pinShape(call.world, pin, call.account.id));
  },

  'search_user_pins/list': (call) => {
    const query = call.query.get('query')?.trim().toLowerCase();
    if (!query) throw errors.invalid('Invalid request: query is required');
    const ids = new Set(query.split(','));
    const pins = visiblePins(call).filter(
      (pin) =>
        ids.has(pin.id) ||
        [pin.title, pin.description, pin.altText].some((words) =>
          words?.toLowerCase().includes(query),
        ),
    );
    return pinPage(call, `pins like ${query}`, pins);
  },
};

const blank = { title: null, description: null, altText: null, link: null };

/** Reads the texts of a pin that the body has, within Pinterest's lengths. */
function pinTexts(call: Call): Partial<Pick<Pin, keyof typeof blank>> {
  const link = bodyText(call, 'link', { max: 2048 });
  if (link && (!/^https?:\/\//.test(link) || !URL.canParse(link))) throw errors.badUrl();
  const texts = {
    title: bodyText(call, 'title', { max: 100 }),
    description: bodyText(call, 'description', { max: 800 }),
    altText: bodyText(call, 'alt_text', { max: 500 }),
    link,
  };
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
}

function changeablePin(call: Call): Pin {
  const pin = call.world.store.pins.get(call.path('pin_id'));
  if (!pin) throw errors.noPin();
  if (pin.ownerId !== call.account.id) throw errors.forbidden();
  writableBoard(call, pin.boardId, 'pins');
  return pin;
}

function visiblePins(call: Call): Pin[] {
  const pins = call.world.store.ownerPins(call.account.id);
  return seesSecret(call, 'pins') ? pins : pins.filter((pin) => !isSecret(call, pin));
}
