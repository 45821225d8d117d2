import { nextStep, type Step } from './job';
import { steps, type StepDeps } from './steps';
import { changeJob, listJobs } from './store';
import type { Job } from './types';

/** What the runner needs of the world, besides what its steps need. */
export interface RunnerDeps extends StepDeps {
  /** Keeps the worker alive while `work` runs. */
  keepAwake<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Called before the jobs are looked through. */
  onBegin?(): Promise<void>;
  /** The least time between two pins that are sent, in ms. */
  spacingMs?(): Promise<number>;
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
  await deps.onBegin?.();
  for (;;) {
    const { jobs } = await listJobs();
    const spacing = (await deps.spacingMs?.()) ?? 0;
    const stepOf = spacedSteps(jobs, spacing, Date.now());
    const due = firstDue(jobs, stepOf);
    if (!due) {
      await deps.onIdle(jobs, nextTime(jobs, stepOf, Date.now()));
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
  create: 2,
  verify: 3,
};

type StepOf = (job: Job) => ReturnType<typeof nextStep>;

/** Gives each job's next step, with pins so far apart as the person wants them. */
function spacedSteps(jobs: Job[], spacing: number, now: number): StepOf {
  const last = Math.max(0, ...jobs.map(({ sentAt = 0 }) => sentAt));
  // A clock that was put back says that pins were sent in the future: nothing waits for that.
  const from = last > now ? 0 : last + spacing;
  return (job) => {
    const step = nextStep(job, now);
    return step === 'create' && from > now ? { at: from } : step;
  };
}

function firstDue(jobs: Job[], stepOf: StepOf): { job: Job; step: Step } | null {
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

function nextTime(jobs: Job[], stepOf: StepOf, now: number): number | null {
  const times = jobs.flatMap((job) => {
    const step = stepOf(job);
    return step === null ? [] : typeof step === 'string' ? [now] : [step.at];
  });
  return times.length > 0 ? Math.min(...times) : null;
}
