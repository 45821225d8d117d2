import { endpoint } from '../endpoint';
import * as reply from '../replies';
import type {
  Board,
  BoardPrivacy,
  BoardSection,
  Page,
  PageQuery,
  Pin,
  WritablePrivacy,
} from '../types';
import { make, read, readBoards, readPins, settle, writeBoards } from './kinds';

interface BoardInput {
  board_id: string;
}
interface SectionInput extends BoardInput {
  section_id: string;
}

/** Boards and their sections. Secret ones are in the lists only with `boards:read_secret`. */
export const boardRows = {
  'boards/list': endpoint<
    PageQuery & { privacy?: BoardPrivacy | 'ALL' | 'PUBLIC_AND_SECRET' },
    Page<Board>
  >()('GET', '/boards', { scopes: readBoards, reply: reply.boardPage, ...read }),
  'boards/create': endpoint<
    { name: string; description?: string; privacy: WritablePrivacy },
    Board
  >()('POST', '/boards', { scopes: writeBoards, reply: reply.board, ...make }),
  'boards/get': endpoint<BoardInput, Board>()('GET', '/boards/{board_id}', {
    scopes: readBoards,
    reply: reply.board,
    ...read,
  }),
  'boards/update': endpoint<
    BoardInput & { name?: string; description?: string; privacy?: WritablePrivacy },
    Board
  >()('PATCH', '/boards/{board_id}', { scopes: writeBoards, reply: reply.board, ...settle }),
  'boards/delete': endpoint<BoardInput, undefined>()('DELETE', '/boards/{board_id}', {
    scopes: writeBoards,
    reply: null,
    ...settle,
  }),
  'boards/list_pins': endpoint<BoardInput & PageQuery, Page<Pin>>()(
    'GET',
    '/boards/{board_id}/pins',
    { scopes: readPins, reply: reply.pinPage, ...read },
  ),
  'board_sections/list': endpoint<BoardInput & PageQuery, Page<BoardSection>>()(
    'GET',
    '/boards/{board_id}/sections',
    { scopes: readBoards, reply: reply.sectionPage, ...read },
  ),
  /** 409 where the board is being changed at the same moment. */
  'board_sections/create': endpoint<BoardInput & { name: string }, BoardSection>()(
    'POST',
    '/boards/{board_id}/sections',
    { scopes: writeBoards, reply: reply.section, ...make },
  ),
  'board_sections/update': endpoint<SectionInput & { name: string }, BoardSection>()(
    'PATCH',
    '/boards/{board_id}/sections/{section_id}',
    { scopes: writeBoards, reply: reply.section, ...settle },
  ),
  'board_sections/delete': endpoint<SectionInput, undefined>()(
    'DELETE',
    '/boards/{board_id}/sections/{section_id}',
    { scopes: writeBoards, reply: null, ...settle },
  ),
  'board_sections/list_pins': endpoint<SectionInput & PageQuery, Page<Pin>>()(
    'GET',
    '/boards/{board_id}/sections/{section_id}/pins',
    { scopes: readPins, reply: reply.pinPage, ...read },
  ),
} as const;
