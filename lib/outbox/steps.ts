import { AppError, toErrorInfo, type ErrorInfo } from '../errors';
import type { Pin } from '../pinterest/types';
import { isById } from './by-id';
import { makerOf } from './history';
import { isTakenBack, reduce, stageOf } from './job';
import type { JobEvent } from './job-events';
import { awaitProcessing, register, upload, type MediaDeps } from './media-steps';
import type { Step } from './next-step';
import { createdAtMs, findPins, isRecognisable, type FoundPins } from './reconcile';
import { inlineAfter, passes } from './refusal';
import { requestOf, type ReadPrepared, type ReadyRequest } from './request';
import {
  ABSENCE_SPAN_MS,
  backoffMs,
  GIVE_UP_LOOKING_MS,
  nextLookMs,
  OFFLINE_MS,
  VERIFY_AFTER_MS,
} from './schedule';
import { changeJob, jobsWithPin } from './store';
import type { Creating, Job, JobMedia } from './types';

/** What the steps need of the world. */
export interface StepDeps extends MediaDeps {
  /** Makes the bytes of a job what Pinterest takes, and gives what they are then. @throws AppError `media/*` */
  prepare(job: Job): Promise<JobMedia>;
  readPrepared: ReadPrepared;
  /** Whether the browser says that there is a network; nothing is asked of Pinterest where it does not. */
  isOnline?(): boolean;
  /** Called once a pin's id is kept in the job's row. May be called again for the same pin. */
  onCreated(job: Job, pinId: string): Promise<void>;
  /** Called when a job needs the person. */
  onHeld(job: Job): Promise<void>;
}

/** Carries out one step of a job. Each writes what it is about to do before it does it, and what came of it after. */
export const steps: Readonly<Record<Step, (deps: StepDeps, job: Job) => Promise<void>>> = {
  prepare: (deps, job) =>
    guarded(deps, job, async () => {
      await apply(job.id, { type: 'prepared', media: await deps.prepare(job) });
    }),
  register: byUpload(register),
  upload: byUpload(upload),
  'await-processing': byUpload(awaitProcessing),
  create,
  'find-out': findOut,
  verify,
  'begin-removal': async (_, job) => void (await apply(job.id, { type: 'removing' })),
  remove,
  'find-twins': findTwins,
  drop: async (_, job) => void (await apply(job.id, { type: 'removed' })),
};

const apply = (id: string, event: JobEvent) => changeJob(id, (job) => reduce(job, event));

/** A step of media upload. An image that is refused there goes in the request for its pin. */
function byUpload(step: (deps: MediaDeps, job: Job) => Promise<void>) {
  return (deps: StepDeps, job: Job) =>
    guarded(deps, job, () =>
      step(deps, job).catch(async (error: unknown) => {
        const inline = inlineAfter(job, toErrorInfo(error));
        if (!inline) throw error;
        await apply(job.id, inline);
      }),
    );
}

async function create(deps: StepDeps, job: Job): Promise<void> {
  await guarded(deps, job, async () => {
    // All that can fail without Pinterest comes first: from `creating` on, the outcome is Pinterest's to tell.
    const client = await deps.clientFor(job.accountId);
    const request = await requestOf(client, job, deps.readPrepared);
    const started = await apply(job.id, {
      type: 'creating',
      at: await deps.serverNow(),
      sentAt: Date.now(),
    });
    await send(deps, started, request);
  });
}

async function send(deps: StepDeps, job: Job, request: ReadyRequest): Promise<void> {
  let made: Pin;
  try {
    made = await request();
    // A cut reply can read as a success: only an id says that there is a pin (research/mv3-uploads.md §8).
    if (!/^\d+$/.test(made.id)) throw new AppError('api/outcome-unknown', undefined);
  } catch (error) {
    const info = toErrorInfo(error);
    await (saysNothing(info) ? noteLost(job) : noteRefused(deps, job, info));
    return;
  }
  await noteCreated(deps, job, made).catch(() => noteLost(job));
}

/** Whether a failure of sending leaves open what Pinterest did. What could not be written may be what it answered. */
const saysNothing = ({ code }: ErrorInfo) =>
  code === 'api/outcome-unknown' || code === 'unknown' || code.startsWith('storage/');

/** A row that can't be written goes on to say that the pin may have been sent, and one that has the pin is right. */
const noteLost = async ({ id }: Job): Promise<void> =>
  void (await apply(id, { type: 'lost' }).catch(() => undefined));

async function noteRefused(deps: StepDeps, job: Job, because: ErrorInfo): Promise<void> {
  const after = await apply(job.id, { type: 'not-created' });
  const inline = inlineAfter(after, because);
  if (inline) await apply(job.id, inline);
  else await pauseFor(deps, job, because);
}

async function noteCreated(deps: StepDeps, job: Job, pin: Pin): Promise<void> {
  const created = await apply(job.id, {
    type: 'created',
    pinId: pin.id,
    createdAt: pin.created_at ?? '',
    verifyAt: Date.now() + VERIFY_AFTER_MS,
  });
  await deps.onCreated(created, pin.id);
}

async function findOut(deps: StepDeps, job: Job): Promise<void> {
  const stage = job.stage as Creating;
  if (!stage.unknown) job = await apply(job.id, { type: 'lost' }); // the worker that sent it is gone
  let found: FoundPins;
  try {
    found = await findPins(await deps.clientFor(job.accountId), job, stage.since, isAnothers(job));
  } catch (error) {
    await noteUnseen(deps, job, stage.since, toErrorInfo(error));
    return;
  }
  const [first] = found.pins;
  if (first) await noteCreated(deps, job, first);
  else await noteAbsent(deps, job, found);
}

/** The board could not be looked at. By what is refused itself nothing becomes known: the person can see what is there. */
async function noteUnseen(
  deps: StepDeps,
  job: Job,
  since: number,
  because: ErrorInfo,
): Promise<void> {
  // Counted from the sending: every look writes the row anew. Who is offline did not look.
  const age = (await deps.serverNow()) - since;
  const isRefused = !passes(because) && !because.code.startsWith('auth/');
  const gaveUp = age > GIVE_UP_LOOKING_MS && !because.code.startsWith('network/');
  if (gaveUp || (isRefused && age >= ABSENCE_SPAN_MS)) {
    await hold(deps, job, { code: 'outbox/unsure', data: undefined });
  } else if (isRefused) {
    // It may be on its way yet: who looked now and sent it again had it twice.
    const until = Date.now() + Math.min(ABSENCE_SPAN_MS - age, ABSENCE_SPAN_MS);
    await apply(job.id, { type: 'wait', until, because });
  } else {
    await pauseFor(deps, job, because);
  }
}

async function noteAbsent(deps: StepDeps, job: Job, { maybe }: FoundPins): Promise<void> {
  const now = Date.now();
  // By Pinterest's clock, which the look itself told: the own one may have been put forward between two looks.
  const at = await deps.serverNow();
  const after = await apply(job.id, { type: 'absent', at });
  const { absentAt, returned } = after.stage as Creating;
  const unsure: ErrorInfo = { code: 'outbox/unsure', data: undefined };
  if (absentAt.length < 2 || at - (absentAt[0] ?? at) < ABSENCE_SPAN_MS) {
    const because: ErrorInfo = { code: 'api/outcome-unknown', data: undefined };
    await apply(job.id, { type: 'wait', until: now + nextLookMs(absentAt.length), because });
  } else if (isRecognisable(job) && maybe === 0 && !returned) {
    await apply(job.id, { type: 'not-created' });
    // What came of it was never said: an id that Pinterest does not know may be why.
    if (isById(job)) await apply(job.id, { type: 'inline', isRefused: false });
  } else {
    await hold(deps, job, unsure);
  }
}

/** Looks for a twin: Chrome itself sends a POST again when a warm connection drops before the answer (research §8). */
async function verify(deps: StepDeps, job: Job): Promise<void> {
  await guarded(deps, job, async () => {
    const { pinId, createdAt, unlisted } = stageOf(job, 'created');
    await deps.onCreated(job, pinId); // a worker may have stopped between the row and what follows from it
    const ids = await idsOf(deps, job, pinId, createdAt);
    // Listings lag: one without the pin itself says nothing, but once more without it, it is elsewhere.
    if (ids.includes(pinId) || unlisted) {
      await apply(job.id, { type: 'verified', twinIds: ids.filter((id) => id !== pinId) });
    } else {
      await apply(job.id, { type: 'unlisted', verifyAt: Date.now() + VERIFY_AFTER_MS });
    }
  });
}

/** Gives what the board has of a job. Without words there is no telling a twin, but the pin itself can be asked for. */
async function idsOf(deps: StepDeps, job: Job, pinId: string, createdAt: string) {
  const client = await deps.clientFor(job.accountId);
  if (!isRecognisable(job)) {
    await client.call('pins/get', { pin_id: pinId });
    return [pinId];
  }
  const since = createdAtMs({ created_at: createdAt });
  return (await findPins(client, job, since, isAnothers(job))).pins.map(({ id }) => id);
}

async function remove(deps: StepDeps, job: Job): Promise<void> {
  await guarded(deps, job, async () => {
    const client = await deps.clientFor(job.accountId);
    const { pinId, createdAt, twinIds } = stageOf(job, 'removing');
    await client.call('pins/delete', { pin_id: pinId }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'api/not-found') throw error; // gone already is gone
    });
    if (twinIds) await apply(job.id, { type: 'removed', twinIds });
    else if (!createdAt || !isRecognisable(job)) await apply(job.id, { type: 'removed' });
    else await apply(job.id, { type: 'deleted', lookAt: await shownAt(deps, createdAt) });
  });
}

/** When the board shows all that was made along with a pin, ms of UTC by the own clock. */
async function shownAt(deps: StepDeps, createdAt: string): Promise<number> {
  const age = (await deps.serverNow()) - createdAtMs({ created_at: createdAt });
  return Date.now() + Math.min(ABSENCE_SPAN_MS, Math.max(0, ABSENCE_SPAN_MS - age));
}

/** Looks for a twin of a pin that was taken back before its board was looked at: it would stay, and nobody know of it. */
async function findTwins(deps: StepDeps, job: Job): Promise<void> {
  await guarded(deps, job, async () => {
    const { pinId, createdAt = '' } = stageOf(job, 'removing');
    const ids = await idsOf(deps, job, pinId, createdAt);
    await apply(job.id, { type: 'removed', twinIds: ids.filter((id) => id !== pinId) });
  });
}

async function guarded(deps: StepDeps, job: Job, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof AppError && error.code === 'outbox/too-late') return; // the row moved on meanwhile
    await pauseFor(deps, job, toErrorInfo(error));
  }
}

/**
 * How many looks for a twin are refused one after the other before it is left. One refusal is not the last word on what is
 * there: a twin that came with it would never be shown (found by the chaos run, seed 3), and neither would one whose looks
 * failed on the way before they were refused once (seed 103).
 */
const LOOKS_FOR_TWIN = 6;

async function pauseFor(deps: StepDeps, job: Job, because: ErrorInfo): Promise<void> {
  const { stage } = job;
  const mayPass = passes(because);
  // What is left of these is a look: it holds nothing up.
  const isDone = stage.name === 'created' || isTakenBack(job);
  if (!isDone && !mayPass) {
    await hold(deps, job, because);
    return;
  }
  // A sign-in that has ended says nothing of the pin, and comes back.
  const isRefused = !mayPass && !because.code.startsWith('auth/');
  const refusals = 'refusals' in stage ? (stage.refusals ?? 0) : 0;
  if (isDone && isRefused && refusals + 1 >= LOOKS_FOR_TWIN) {
    await apply(job.id, { type: stage.name === 'created' ? 'verified' : 'removed', twinIds: [] });
    return;
  }
  const until = Date.now() + waitMs(deps, job, because);
  await apply(job.id, { type: 'wait', until, because, isRefused });
}

/** Looking whether there is a network again asks nobody: a night without one leaves no long wait behind. */
function waitMs({ isOnline }: StepDeps, { attempts }: Job, because: ErrorInfo): number {
  if (because.code === 'api/rate-limited') return because.data.retryAfterMs;
  // Nor does looking whether the person has let Tack reach Pinterest meanwhile.
  const asksNobody = isOnline?.() === false || because.code === 'network/not-allowed';
  return asksNobody ? Math.min(OFFLINE_MS, backoffMs(attempts)) : backoffMs(attempts);
}

async function hold(deps: StepDeps, { id }: Job, because: ErrorInfo): Promise<void> {
  await deps.onHeld(await apply(id, { type: 'hold', because }));
}

/** Whether a pin was made by another job than this one: one that is still kept, or one of before. */
const isAnothers = (job: Job) => async (pinId: string) => {
  const owners = await jobsWithPin(pinId);
  const maker = await makerOf(pinId);
  return [...owners, ...(maker ? [maker] : [])].some((id) => id !== job.id);
};
