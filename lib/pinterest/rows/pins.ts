import { endpoint } from '../endpoint';
import * as reply from '../replies';
import type { Page, PageQuery, Pin, PinCreate, PinUpdate } from '../types';
import type { Analytics, PeriodQuery } from '../types-analytics';
import { analytics, make, read, readPins, settle, writePins } from './kinds';

/** Filters of the list of all own pins. */
interface PinListQuery extends PageQuery {
  pin_filter?: 'exclude_native' | 'exclude_repins' | 'has_been_promoted';
  include_protected_pins?: boolean;
  /** Adds `pin_metrics` (90 days and lifetime) to each pin. */
  pin_metrics?: boolean;
}

/** Pins: made, read, changed, saved from others, and counted. */
export const pinRows = {
  'pins/create': endpoint<PinCreate, Pin>()('POST', '/pins', {
    scopes: writePins,
    reply: reply.pin,
    ...make,
  }),
  'pins/list': endpoint<PinListQuery, Page<Pin>>()('GET', '/pins', {
    scopes: readPins,
    reply: reply.pinPage,
    ...read,
  }),
  /** Only own pins, and those on boards that are shared with the account. */
  'pins/get': endpoint<{ pin_id: string; pin_metrics?: boolean }, Pin>()('GET', '/pins/{pin_id}', {
    scopes: readPins,
    reply: reply.pin,
    ...read,
  }),
  'pins/update': endpoint<PinUpdate & { pin_id: string }, Pin>()('PATCH', '/pins/{pin_id}', {
    scopes: writePins,
    reply: reply.pin,
    isBeta: true,
    ...settle,
  }),
  /** Deleting twice does no harm: the second answer is 404. */
  'pins/delete': endpoint<{ pin_id: string }, undefined>()('DELETE', '/pins/{pin_id}', {
    scopes: writePins,
    reply: null,
    ...settle,
  }),
  /** Saves any public pin to a board, the way other people's pins are kept. */
  'pins/save': endpoint<{ pin_id: string; board_id: string; board_section_id?: string }, Pin>()(
    'POST',
    '/pins/{pin_id}/save',
    { scopes: writePins, reply: reply.pin, ...make },
  ),
  'pins/analytics': endpoint<PeriodQuery & { pin_id: string; metric_types: string[] }, Analytics>()(
    'GET',
    '/pins/{pin_id}/analytics',
    { scopes: readPins, reply: reply.analytics, inSandbox: false, ...analytics },
  ),
  /** At most 100 ids; pins without numbers are left out of the answer. */
  'multi_pins/analytics': endpoint<
    PeriodQuery & { pin_ids: string[]; metric_types: string[] },
    Record<string, Analytics>
  >()('GET', '/pins/analytics', {
    scopes: readPins,
    reply: reply.analyticsByPin,
    inSandbox: false,
    isBeta: true,
    ...analytics,
  }),
} as const;
