import { AppError, fromErrorInfo, toErrorInfo, type ErrorInfo } from '../errors';

/** An answer as it crosses contexts: an error keeps its code and its facts. */
export type Wire<Value> = { ok: true; value: Value } | { ok: false; error: ErrorInfo };

/** Runs and packs the outcome, whatever it is. */
export async function pack<Value>(run: () => Promise<Value>): Promise<Wire<Value>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

/** Gives the value, or throws the error again. @throws AppError */
export function unpack<Value>(wire: Wire<Value> | undefined | null): Value {
  if (!wire) throw new AppError('message/no-receiver', undefined);
  if (wire.ok) return wire.value;
  throw fromErrorInfo(wire.error);
}
