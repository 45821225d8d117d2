/**
 * What can go wrong with an exchange:
 * `hold` does the work and answers late; `hold-before` works late; `drop-before` closes the connection having done
 * nothing, `drop-after` having done it, `drop-during` after `bytes` of an upload; `status` answers with a status of the test's choice and does nothing; `html`
 * answers with a web page and does nothing; `truncate` does the work and cuts the reply's body; `slow` does the work
 * and lets the reply trickle, and an upload before it; `spoil` takes an upload of which nothing can be made.
 */
export type FaultKind =
  | 'hold'
  | 'hold-before'
  | 'drop-before'
  | 'drop-after'
  | 'drop-during'
  | 'status'
  | 'truncate'
  | 'html'
  | 'slow'
  | 'spoil';

export interface Fault {
  /** An operation's id of Pinterest's description, `oauth/token`, `s3`, or `*` for any. */
  operation: string;
  kind: FaultKind;
  /** How many exchanges it meets; 1 by default. */
  times?: number;
  /** How many exchanges it lets pass first; none by default. */
  after?: number;
  /** For the holds: how long, in milliseconds; until released by default. For `slow`: time between pieces (50). */
  ms?: number;
  /** For `status`: the status, 500 by default. */
  status?: number;
  /** For `status`: the body, text or an object that is sent as JSON. For `html`: the page. */
  body?: unknown;
  headers?: Record<string, string>;
  /** For `truncate`: how many bytes of the body are sent; half of them by default. For `slow`: bytes in a piece (16). For `drop-during`: see there. */
  bytes?: number;
}

export interface ActiveFault extends Fault {
  id: string;
  left: number;
  skip: number;
  /** How many exchanges it has met. */
  met: number;
  /** How many of them are being held now. */
  waiting: number;
}

/** The faults that are set, in the order in which they were added. */
export class Faults {
  private readonly active: ActiveFault[] = [];
  private readonly releases = new Map<string, Set<() => void>>();
  private made = 0;

  /** Sets a fault and gives the id under which it can be released or removed. */
  add(fault: Fault): string {
    this.made += 1;
    const id = `fault-${this.made}`;
    this.active.push({
      ...fault,
      id,
      left: fault.times ?? 1,
      skip: fault.after ?? 0,
      met: 0,
      waiting: 0,
    });
    return id;
  }

  list(): ActiveFault[] {
    return this.active.map((fault) => ({ ...fault }));
  }

  /** Ends the waiting of a fault's exchanges, or of all. */
  release(id?: string): void {
    for (const [fault, waiting] of this.releases) {
      if (id !== undefined && fault !== id) continue;
      for (const go of waiting) go();
      waiting.clear();
    }
  }

  /** Removes all faults and lets go whatever they hold. */
  clear(): void {
    this.active.length = 0;
    this.release();
  }

  /** Gives the fault that the next exchange of an operation meets, and counts it. */
  take(operation: string): ActiveFault | undefined {
    for (const fault of this.active) {
      if (fault.left === 0 || (fault.operation !== operation && fault.operation !== '*')) continue;
      if (fault.skip > 0) {
        fault.skip -= 1;
        continue;
      }
      fault.left -= 1;
      fault.met += 1;
      return fault;
    }
    return undefined;
  }

  /** Waits as long as a hold says. */
  async hold(fault: ActiveFault): Promise<void> {
    fault.waiting += 1;
    await new Promise<void>((resolve) => {
      const waiting = this.releases.get(fault.id) ?? new Set();
      this.releases.set(fault.id, waiting);
      const timer = fault.ms === undefined ? undefined : setTimeout(done, fault.ms);
      function done() {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      }
      waiting.add(done);
    });
    fault.waiting -= 1;
  }
}
