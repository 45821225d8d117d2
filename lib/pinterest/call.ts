import type { Input, OperationId, Output } from './endpoints';

export interface CallOptions {
  signal?: AbortSignal;
  /** How long to wait for the whole answer. */
  timeoutMs?: number;
}

/**
 * Carries out one operation.
 * @throws AppError `api/outcome-unknown` where a write may or may not have been carried out, `network/*` where it
 * surely was not or does no harm to repeat, `auth/*` and `api/*` for what Pinterest refused
 */
export type Call = <Id extends OperationId>(
  id: Id,
  input: Input<Id>,
  options?: CallOptions,
) => Promise<Output<Id>>;
