import type { Endpoint } from './endpoint';
import { accountRows } from './rows/account';
import { adRows } from './rows/ads';
import { boardRows } from './rows/boards';
import { mediaRows } from './rows/media';
import { pinRows } from './rows/pins';
import { searchRows } from './rows/search';

/** Every operation of Tack, by Pinterest's operationId: the description and the code are one search apart. */
export const endpoints = {
  ...pinRows,
  ...boardRows,
  ...mediaRows,
  ...searchRows,
  ...accountRows,
  ...adRows,
} as const;

export type OperationId = keyof typeof endpoints;
type Types<Id extends OperationId> =
  (typeof endpoints)[Id] extends Endpoint<infer In, infer Out> ? { input: In; output: Out } : never;
export type Input<Id extends OperationId> = Types<Id>['input'];
export type Output<Id extends OperationId> = Types<Id>['output'];
