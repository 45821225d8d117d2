import { endpoint } from '../endpoint';
import * as reply from '../replies';
import type { Board, Page, PageQuery, Pin } from '../types';
import { read } from './kinds';

/** Search among the person's own pins and boards; Pinterest gives apps no public search. */
export const searchRows = {
  /** Takes no page size. */
  'search_user_pins/list': endpoint<{ query: string; bookmark?: string }, Page<Pin>>()(
    'GET',
    '/search/pins',
    {
      scopes: ['boards:read', 'boards:read_secret', 'pins:read', 'pins:read_secret'],
      reply: reply.pinPage,
      inSandbox: false,
      ...read,
    },
  ),
  'search_user_boards/get': endpoint<PageQuery & { query?: string }, Page<Board>>()(
    'GET',
    '/search/boards',
    {
      scopes: ['boards:read', 'boards:read_secret'],
      reply: reply.boardPage,
      inSandbox: false,
      ...read,
    },
  ),
} as const;
