import { endpoint, type Endpoint } from './endpoint';
import type {
  Account,
  Analytics,
  Board,
  BoardSection,
  Page,
  PageQuery,
  PeriodQuery,
  Pin,
  PinCreate,
} from './types';

const read = { rateCategory: 'org_read', whenLost: 'repeat' } as const;
const analytics = { rateCategory: 'org_analytics', whenLost: 'repeat' } as const;
const write = { rateCategory: 'org_write', whenLost: 'unknown' } as const;

const pinWriteScopes = ['boards:read', 'boards:write', 'pins:read', 'pins:write'] as const;

/** Every operation that Tack uses, by Pinterest's operationId: the description and the code are one search apart. */
export const endpoints = {
  'user_account/get': endpoint<object, Account>()('GET', '/user_account', {
    scopes: ['user_accounts:read'],
    ...read,
  }),
  'user_account/analytics': endpoint<PeriodQuery & { metric_types: string[] }, Analytics>()(
    'GET',
    '/user_account/analytics',
    { scopes: ['user_accounts:read'], ...analytics },
  ),

  'boards/list': endpoint<PageQuery, Page<Board>>()('GET', '/boards', {
    scopes: ['boards:read'],
    ...read,
  }),
  'boards/create': endpoint<{ name: string; privacy: 'PUBLIC' | 'SECRET' }, Board>()(
    'POST',
    '/boards',
    { scopes: ['boards:read', 'boards:write'], ...write },
  ),
  'boards/list_pins': endpoint<PageQuery & { board_id: string }, Page<Pin>>()(
    'GET',
    '/boards/{board_id}/pins',
    { scopes: ['boards:read', 'pins:read'], ...read },
  ),

  'board_sections/list': endpoint<PageQuery & { board_id: string }, Page<BoardSection>>()(
    'GET',
    '/boards/{board_id}/sections',
    { scopes: ['boards:read'], ...read },
  ),
  'board_sections/create': endpoint<{ board_id: string; name: string }, BoardSection>()(
    'POST',
    '/boards/{board_id}/sections',
    { scopes: ['boards:read', 'boards:write'], ...write },
  ),
  'board_sections/list_pins': endpoint<
    PageQuery & { board_id: string; section_id: string },
    Page<Pin>
  >()('GET', '/boards/{board_id}/sections/{section_id}/pins', {
    scopes: ['boards:read', 'pins:read'],
    ...read,
  }),

  'pins/create': endpoint<PinCreate, Pin>()('POST', '/pins', { scopes: pinWriteScopes, ...write }),
  'pins/get': endpoint<{ pin_id: string }, Pin>()('GET', '/pins/{pin_id}', {
    scopes: ['boards:read', 'pins:read'],
    ...read,
  }),
  'pins/list': endpoint<PageQuery, Page<Pin>>()('GET', '/pins', {
    scopes: ['boards:read', 'pins:read'],
    ...read,
  }),
  /** Deleting twice does no harm: the second answer is 404, so a lost answer is asked for again. */
  'pins/delete': endpoint<{ pin_id: string }, undefined>()('DELETE', '/pins/{pin_id}', {
    scopes: pinWriteScopes,
    rateCategory: 'org_write',
    whenLost: 'repeat',
  }),
  'pins/analytics': endpoint<PeriodQuery & { pin_id: string; metric_types: string[] }, Analytics>()(
    'GET',
    '/pins/{pin_id}/analytics',
    { scopes: ['boards:read', 'pins:read'], ...analytics },
  ),
  /** At most 100 ids. Beta: refused with 401 code 3 to apps that were not granted it. */
  'multi_pins/analytics': endpoint<
    PeriodQuery & { pin_ids: string[]; metric_types: string[] },
    Record<string, Analytics>
  >()('GET', '/pins/analytics', { scopes: ['boards:read', 'pins:read'], ...analytics }),
} as const;

export type OperationId = keyof typeof endpoints;
type Types<Id extends OperationId> =
  (typeof endpoints)[Id] extends Endpoint<infer In, infer Out> ? { input: In; output: Out } : never;
export type Input<Id extends OperationId> = Types<Id>['input'];
export type Output<Id extends OperationId> = Types<Id>['output'];

/** The scopes that a sign-in asks for: all that the rows above need, and the secret boards and pins of the person. */
export const SIGN_IN_SCOPES = [
  'user_accounts:read',
  'boards:read',
  'boards:read_secret',
  'boards:write',
  'boards:write_secret',
  'pins:read',
  'pins:read_secret',
  'pins:write',
  'pins:write_secret',
] as const;
