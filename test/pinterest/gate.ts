import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

interface GateOptions {
  /** How fast bytes pass; as fast as they come where it is null. */
  bytesPerSecond: number | null;
  /** After how many bytes the connection is closed; never where it is left out. */
  dropAt?: number | undefined;
  onBytes: (arrived: number) => void;
}

/** Lets an upload's bytes through as a slow line does, or one that breaks. */
export function gate(incoming: IncomingMessage, options: GateOptions): Transform {
  const { bytesPerSecond, dropAt = Number.POSITIVE_INFINITY, onBytes } = options;
  const since = performance.now();
  let arrived = 0;
  return new Transform({
    highWaterMark: 64 * 1024,
    transform(chunk: Buffer, _, pass) {
      arrived += chunk.length;
      onBytes(arrived);
      if (arrived >= dropAt) {
        incoming.socket.destroy();
        return;
      }
      if (bytesPerSecond === null) {
        pass(null, chunk);
        return;
      }
      // By the clock and not by the piece: timers are late, and that would add up.
      const due = since + (arrived / bytesPerSecond) * 1000;
      setTimeout(() => pass(null, chunk), Math.max(0, due - performance.now()));
    },
  });
}
