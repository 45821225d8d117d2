import { nextStep, type Step } from './job';
import { UPLOAD_LOOK_MS } from './schedule';
import { steps, type StepDeps } from './steps';
import { changeJob, listJobs } from './store';
import type { Job } from './types';
import { uploadsAtOnce } from './uploader';

/** What the runner needs of the world, besides what its steps need. */
export interface RunnerDeps extends StepDeps {
  /** Keeps the worker alive while `work` runs. */
  keepAwake<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Called when nothing is due: `wakeAt` is when `reconcile` is to be called again (ms of UTC), null where never. */
  onIdle(jobs: Job[], wakeAt: number | null): Promise<void>;
}

export interface Runner {
  /**
   * Goes on with every job from its last written state. Idempotent, and the only place that starts work: worker start,
   * alarm, `online` and the opening of a view all call it.
   */
  reconcile(): Promise<void>;
}

/** One runner per profile: the lock is free the moment its worker is gone (research/security-reliability.md F20). */
const LOCK = 'tack-outbox';

/** Makes the runner of the outbox. */
export function createRunner(deps: RunnerDeps): Runner {
  let running: Promise<void> | null = null;
  let again = false;
  const drain = () => navigator.locks.request(LOCK, () => deps.keepAwake(() => runAll(deps)));
  const loop = async () => {
    do {
      again = false;
      await drain();
    } while (again);
  };
  return {
    reconcile() {
      again = true; // whoever runs looks once more: a job queued meanwhile is not overlooked
      running ??= loop().finally(() => (running = null));
      return running;
    },
  };
}

async function runAll(deps: RunnerDeps): Promise<void> {
  for (;;) {
    const { jobs } = await listJobs();
    const uploads = await deps.uploader.running();
    const due = firstDue(jobs, uploads, Date.now());
    if (!due) {
      await deps.onIdle(jobs, nextTime(jobs, uploads, Date.now()));
      return;
    }
    await runStep(deps, due.job, due.step);
  }
}

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
};

/** An upload that goes on is nobody's step: the others go on beside it, and its row says when it has ended. */
function stepOf(job: Job, uploads: ReadonlySet<string>, now: number): ReturnType<typeof nextStep> {
  const step = nextStep(job, now);
  const waits = uploads.has(job.id) || uploads.size >= uploadsAtOnce;
  return step === 'upload' && waits ? { at: now + UPLOAD_LOOK_MS } : step;
}

type Due = { job: Job; step: Step } | null;

function firstDue(jobs: Job[], uploads: ReadonlySet<string>, now: number): Due {
  let best: Due = null;
  for (const job of jobs) {
    const step = stepOf(job, uploads, now);
    if (typeof step !== 'string') continue;
    const sooner = best && order[step] === order[best.step] && job.queuedAt < best.job.queuedAt;
    if (!best || order[step] < order[best.step] || sooner) best = { job, step };
  }
  return best;
}

function nextTime(jobs: Job[], uploads: ReadonlySet<string>, now: number): number | null {
  const times = jobs.flatMap((job) => {
    const step = stepOf(job, uploads, now);
    return step === null ? [] : typeof step === 'string' ? [now] : [step.at];
  });
  return times.length > 0 ? Math.min(...times) : null;
}
