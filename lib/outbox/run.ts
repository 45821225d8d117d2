import { carryOutNext } from '../changes/run';
import { isEnded } from './job';
import { nextStep, type Step } from './next-step';
import { readOpenJobs, type OpenJobs } from './open-jobs';
import { UPLOAD_LOOK_MS } from './schedule';
import { steps, type StepDeps } from './steps';
import { changeJob, countNewerJobs, listJobsSince, readJob } from './store';
import type { Job } from './types';
import { uploadsAtOnce } from './uploader';

/** What the runner needs of the world, besides what its steps need. */
export interface RunnerDeps extends StepDeps {
  /** Keeps the worker alive while `work` runs. */
  keepAwake<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Called before the jobs are looked through, with those for which something is left to be done. */
  onBegin?(open: Job[]): Promise<void>;
  /** Called once a step has brought a job to its end. What it throws is nobody's: the next sweep does the same. */
  onEnded?(job: Job): Promise<void>;
  /** The least time between two pins that are sent, in ms; asked before each, as the person may set another meanwhile. */
  spacingMs?(): Promise<number>;
  /** Until when Pinterest takes no pins, ms of UTC: jobs are left as they are until then, and none is tried for nothing. */
  sendPausedUntil?(): Promise<number>;
  /**
   * Called when nothing is due, with the jobs for which something is left to be done: `wakeAt` is when `reconcile` is to be
   * called again (ms of UTC), null where never.
   */
  onIdle(open: Job[], wakeAt: number | null): Promise<void>;
  /** Whether the tokens are locked: then every pin waits as it is for the person's passphrase. */
  isLocked?(): Promise<boolean>;
  /** Called when the runner stays still: it is locked, the outbox can't be read, or a newer Tack wrote in it. */
  onStill(): Promise<void>;
}

export interface Runner {
  /**
   * Goes on with every job from its last written state. Idempotent, and the only place that starts work: worker start,
   * alarm and the opening of a view all call it.
   * @param anew reads all open rows again: another context may have written some, and news of it may be lost
   */
  reconcile(anew?: boolean): Promise<void>;
}

/** One runner per profile: the lock is free the moment its worker is gone (research/security-reliability.md F20). */
const LOCK = 'tack-outbox';

/** Makes the runner of the outbox. */
export function createRunner(deps: RunnerDeps): Runner {
  let running: Promise<void> | null = null;
  let again = false;
  const open = keptOpenJobs();
  const drain = () => navigator.locks.request(LOCK, () => deps.keepAwake(() => runAll(deps, open)));
  const loop = async () => {
    try {
      do {
        again = false;
        await drain();
      } while (again);
    } finally {
      running = null; // with the last look at `again`: who asks a moment later begins anew
    }
  };
  return {
    reconcile(anew = false) {
      if (anew) open.forget();
      again = true; // whoever runs looks once more: a job queued meanwhile is not overlooked
      running ??= loop();
      return running;
    },
  };
}

/** All open rows are read again after this long, whatever news there was, ms. */
const KEEP_MS = 60_000;

interface KeptOpenJobs {
  read(): Promise<OpenJobs>;
  forget(): void;
}

/** Keeps the open jobs from one drain to the next: a pin that is queued beside ten thousand is one row that is read. */
function keptOpenJobs(): KeptOpenJobs {
  let kept: { open: OpenJobs; until: number; end: AbortController } | null = null;
  const forget = () => {
    kept?.end.abort();
    kept = null;
  };
  return {
    forget,
    async read() {
      if (kept && kept.until > Date.now()) return kept.open;
      forget();
      const end = new AbortController();
      const open = await readOpenJobs(end.signal);
      kept = { open, until: Date.now() + KEEP_MS, end };
      return open;
    },
  };
}

async function runAll(deps: RunnerDeps, kept: KeptOpenJobs): Promise<void> {
  try {
    if ((await countNewerJobs()) > 0 || (await deps.isLocked?.())) {
      await deps.onStill();
      return;
    }
    const open = await kept.read();
    await open.refresh();
    await deps.onBegin?.([...open.jobs()]);
    await drainAll(deps, open);
  } catch (error) {
    console.error('outbox not read', error instanceof Error ? error.name : 'unknown');
    kept.forget();
    await deps.onStill();
  }
}

/** What a job that could not even be written waits, ms. */
const STUCK_MS = 60_000;

/** The rows are read once, and then one by one as they change: a step costs what it does, however many there are. */
async function drainAll(deps: RunnerDeps, open: OpenJobs): Promise<void> {
  const stuck: Job[] = [];
  let spacing = 0;
  let lastSentAt = 0;
  for (;;) {
    const wanted = (await deps.spacingMs?.()) ?? 0;
    // The one that was sent last may have ended; one that was sent within the distance was written within it.
    if (wanted > spacing) lastSentAt = lastSent(await listJobsSince(Date.now() - wanted));
    spacing = wanted;
    const changesAt = await carryOutNext(deps);
    const [uploads, pausedUntil = 0] = await Promise.all([
      deps.uploader.running(),
      deps.sendPausedUntil?.(),
      open.refresh(),
    ]);
    if (spacing > 0) lastSentAt = Math.max(lastSentAt, lastSent(open.jobs()));
    const stepOf = stepsAt({ lastSentAt, spacing, pausedUntil, uploads }, Date.now());
    const due = firstDue(open.jobs(), stepOf);
    if (!due) {
      if (changesAt !== null && changesAt <= Date.now()) continue;
      const wakeAt = earlier(changesAt, nextTime(open.jobs(), stepOf, Date.now()));
      const again = stuck.length > 0 ? Date.now() + STUCK_MS : null;
      await deps.onIdle([...open.jobs(), ...stuck], earlier(wakeAt, again));
      return;
    }
    const job = await open.reread(due.job.id);
    // The row decides: what it said when it was read may be over, and the person may have taken it back.
    if (!job || nextStep(job, Date.now()) !== due.step) continue;
    await runStep(deps, job, due.step);
    const after = await open.reread(job.id);
    if (!after) await tellEnded(deps, job.id);
    if (after && JSON.stringify(after) === JSON.stringify(job)) {
      open.leave(job.id); // not even a pause could be written
      stuck.push(job);
    }
  }
}

async function tellEnded(deps: RunnerDeps, id: string): Promise<void> {
  const row = await readJob(id).catch(() => undefined); // one that can't be read is not ended, and keeps what it has
  if (row && isEnded(row)) await deps.onEnded?.(row).catch(() => undefined);
}

function lastSent(jobs: Iterable<Job>): number {
  let last = 0;
  for (const { sentAt = 0 } of jobs) last = Math.max(last, sentAt);
  return last;
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

async function runStep(deps: RunnerDeps, job: Job, step: Step): Promise<void> {
  try {
    await steps[step](deps, job);
  } catch (error) {
    // Nothing that a step meets may stop the others; the row itself says where this one is.
    console.error('outbox step failed', step, error instanceof Error ? error.name : 'unknown');
    await changeJob(job.id, (row) => ({
      ...row,
      pause: {
        kind: 'waiting',
        until: Date.now() + 60_000,
        because: { code: 'network/timeout', data: undefined },
      },
    })).catch(() => undefined);
  }
}

/** The order of work: what is unsure first, what is to be sent next by its turn, and looks at finished pins last. */
const order: Readonly<Record<Step, number>> = {
  'find-out': 0,
  'begin-removal': 1,
  remove: 1,
  drop: 1,
  prepare: 2,
  register: 2,
  upload: 2,
  'await-processing': 2,
  create: 2,
  verify: 3,
  'find-twins': 3,
};

type StepOf = (job: Job) => ReturnType<typeof nextStep>;

interface Standing {
  /** When the last pin was sent, and how far apart the person wants them, ms. */
  lastSentAt: number;
  spacing: number;
  /** When pins are taken again, ms of UTC. */
  pausedUntil: number;
  /** Jobs whose bytes are being uploaded. */
  uploads: ReadonlySet<string>;
}

/** Gives each job's next step as things stand. */
function stepsAt(standing: Standing, now: number): StepOf {
  const { lastSentAt, spacing, pausedUntil, uploads } = standing;
  // A clock that was put back says that pins were sent in the future: nothing waits for that.
  const from = Math.max(pausedUntil, lastSentAt > now ? 0 : lastSentAt + spacing);
  return (job) => {
    const step = nextStep(job, now);
    if (step === 'create' && from > now) return { at: from };
    // An upload that goes on is nobody's step: the others go on beside it, and its row says when it has ended.
    const waits = uploads.has(job.id) || uploads.size >= uploadsAtOnce;
    return step === 'upload' && waits ? { at: now + UPLOAD_LOOK_MS } : step;
  };
}

function firstDue(jobs: Iterable<Job>, stepOf: StepOf): { job: Job; step: Step } | null {
  let best: { job: Job; step: Step } | null = null;
  for (const job of jobs) {
    const step = stepOf(job);
    if (typeof step !== 'string') continue;
    const sooner = best && order[step] === order[best.step] && isBefore(job, best.job);
    if (!best || order[step] < order[best.step] || sooner) best = { job, step };
  }
  return best;
}

/** A pin with a time of its own has its turn from then on. */
const turnOf = ({ queuedAt, notBefore = 0 }: Job) => Math.max(queuedAt, notBefore);

const isBefore = (one: Job, other: Job) =>
  turnOf(one) < turnOf(other) || (turnOf(one) === turnOf(other) && one.queuedAt < other.queuedAt);

function nextTime(jobs: Iterable<Job>, stepOf: StepOf, now: number): number | null {
  let first: number | null = null;
  for (const job of jobs) {
    const step = stepOf(job);
    if (step !== null) first = earlier(first, typeof step === 'string' ? now : step.at);
  }
  return first;
}
