import { AppError } from '../errors';
import { inlineOf, withoutRefusal } from './by-id';
import { endedStages, isAllowed, unsentStages, type JobEvent } from './job-events';
import type { Job, JobStage, StageName } from './types';

type Wait = Extract<JobEvent, { type: 'wait' }>;

/**
 * Takes a job through one event. Pure: the caller writes the result in one strict transaction before it acts on it.
 * @throws AppError `outbox/too-late` where the event does not fit what the job is at, so that a second runner or a late click
 * changes nothing
 */
export function reduce(job: Job, event: JobEvent): Job {
  if (!isAllowed(job, event.type)) throw new AppError('outbox/too-late', undefined);
  switch (event.type) {
    case 'wait':
      return {
        ...job,
        stage: waiting(job.stage, event),
        attempts: job.attempts + 1,
        pause: { kind: 'waiting', until: event.until, because: event.because },
      };
    case 'hold':
      return {
        ...job,
        media: withoutRefusal(job.media),
        pause: { kind: 'held', because: event.because },
      };
    case 'resume':
      // Every absence that was noted stays noted: resuming is no reason to send again.
      return { ...job, pause: null };
    case 'undo':
      return {
        ...(isOut(job) ? moveTo(job, stageAfter(job, { type: 'removing' })) : job),
        undo: true,
        pause: null,
      };
    case 'move':
      return {
        ...job,
        pause: job.pause?.kind === 'held' ? null : job.pause,
        content: { ...job.content, ...event.board },
      };
    case 'schedule':
      return { ...job, pause: null, notBefore: event.notBefore };
    case 'creating':
      return {
        ...moveTo(job, stageAfter(job, event)),
        ...(event.sentAt === undefined ? {} : { sentAt: event.sentAt }),
      };
    case 'prepared':
      return { ...moveTo(job, { name: 'prepared' }), media: event.media };
    case 'uploading':
    case 'processing':
      return { ...job, pause: null, stage: stageAfter(job, event) };
    case 'registered':
    case 'unregistered':
      // Being registered again and again is one try after the other, or no wait would grow.
      return { ...moveTo(job, stageAfter(job, event)), attempts: job.attempts };
    case 'inline':
      return {
        ...moveTo(job, { name: 'prepared' }),
        media: inlineOf(job.media, event.isRefused),
      };
    case 'absent':
      return {
        ...job,
        stage: {
          ...creatingOf(job),
          unknown: true,
          absentAt: [...creatingOf(job).absentAt, event.at],
        },
      };
    case 'there':
    case 'send-again':
    case 'keep':
      // The person's last word: what they said of it before is answered by it.
      return { ...moveTo(job, stageAfter(job, event)), undo: false };
    case 'lost':
      return { ...job, attempts: 0, pause: null, stage: { ...creatingOf(job), unknown: true } };
    default:
      return moveTo(job, stageAfter(job, event));
  }
}

/** Who waits again was due: a later time of the stage is a wrong clock's. Only refusals in a row are counted. */
function waiting(stage: JobStage, { until, isRefused }: Wait): JobStage {
  if (stage.name === 'uploaded') return { ...stage, askAt: Math.min(stage.askAt, until) };
  if (stage.name === 'created')
    return counted({ ...stage, verifyAt: Math.min(stage.verifyAt, until) }, isRefused);
  if (stage.name === 'removing' && stage.lookAt !== undefined)
    return counted({ ...stage, lookAt: Math.min(stage.lookAt, until) }, isRefused);
  return stage;
}

function counted<Stage extends { refusals?: number }>(
  { refusals = 0, ...stage }: Stage,
  isRefused = false,
) {
  return isRefused ? { ...stage, refusals: refusals + 1 } : stage;
}

/** A pin that nothing is left to be done for: taking it back begins at once. */
const isOut = ({ stage }: Job) => stage.name === 'verified';

type MovingEvent = Exclude<
  JobEvent,
  {
    type:
      | 'prepared'
      | 'inline'
      | 'absent'
      | 'lost'
      | 'wait'
      | 'hold'
      | 'resume'
      | 'undo'
      | 'move'
      | 'schedule';
  }
>;

function stageAfter(job: Job, event: MovingEvent): JobStage {
  switch (event.type) {
    case 'registered':
      return { name: 'registered', ...event.form, startedAt: null };
    case 'uploading':
      return { ...stageOf(job, 'registered'), startedAt: event.at };
    case 'uploaded':
      return { name: 'uploaded', ...mediaOf(job), since: event.at, askAt: event.askAt };
    case 'processing':
      return { ...stageOf(job, 'uploaded'), askAt: event.askAt };
    case 'processed':
      return { name: 'processed', ...mediaOf(job) };
    case 'unregistered':
      return { name: 'prepared' };
    case 'creating':
      return {
        name: 'creating',
        since: event.at,
        unknown: false,
        absentAt: [],
        ...('mediaId' in job.stage ? mediaOf(job) : {}),
      };
    case 'send-again':
    case 'not-created': {
      const { mediaId } = creatingOf(job);
      return mediaId ? { name: 'processed', mediaId } : { name: 'prepared' };
    }
    case 'created':
      return {
        name: 'created',
        pinId: event.pinId,
        createdAt: event.createdAt,
        verifyAt: event.verifyAt,
      };
    case 'there':
      return { name: 'verified', pinId: '', createdAt: '', twinIds: [] };
    case 'verified':
      return { name: 'verified', ...pinOf(job), twinIds: event.twinIds };
    case 'removing': {
      const twinIds = job.stage.name === 'verified' ? job.stage.twinIds : undefined;
      return { name: 'removing', ...pinOf(job), ...(twinIds ? { twinIds } : {}) };
    }
    case 'keep': {
      const { twinIds } = stageOf(job, 'removing');
      return twinIds
        ? { name: 'verified', ...pinOf(job), twinIds }
        : { name: 'created', ...pinOf(job), verifyAt: event.verifyAt };
    }
    case 'unlisted':
      return { ...stageOf(job, 'created'), verifyAt: event.verifyAt, unlisted: true };
    case 'deleted':
      return { ...stageOf(job, 'removing'), lookAt: event.lookAt };
    case 'not-there':
      return { name: 'cancelled', pinId: null };
    case 'removed': {
      const { twinIds = [] } = event;
      return { name: 'cancelled', pinId: pinIdOf(job), ...(twinIds.length > 0 ? { twinIds } : {}) };
    }
  }
}

/** A new stage starts with a clean slate; going to and fro between sending and not sent counts on, or no wait would grow. */
const moveTo = (job: Job, stage: JobStage): Job => ({
  ...job,
  stage,
  pause: null,
  attempts: isSending(stage) && isSending(job.stage) ? job.attempts : 0,
});

const isSending = ({ name }: JobStage) =>
  name === 'prepared' || name === 'processed' || name === 'creating';

/** Gives a job's stage where it is the named one. @throws AppError `outbox/too-late` */
export function stageOf<Name extends StageName>(
  { stage }: Pick<Job, 'stage'>,
  name: Name,
): Extract<JobStage, { name: Name }> {
  if (stage.name !== name) throw new AppError('outbox/too-late', undefined);
  return stage as Extract<JobStage, { name: Name }>;
}

const creatingOf = (job: Job) => stageOf(job, 'creating');

/** Gives the id under which Pinterest has what a job uploaded. @throws AppError `outbox/too-late` where it has none */
export function mediaOf({ stage }: Pick<Job, 'stage'>): { mediaId: string } {
  const mediaId = 'mediaId' in stage ? stage.mediaId : undefined;
  if (!mediaId) throw new AppError('outbox/too-late', undefined);
  return { mediaId };
}

const pinOf = (job: Job) => ({
  pinId: pinIdOf(job) ?? '',
  createdAt: ('createdAt' in job.stage && job.stage.createdAt) || '',
});

/** Gives the pin that a job made, as soon as it is known. */
export const pinIdOf = ({ stage }: Job): string | null => ('pinId' in stage && stage.pinId) || null;

/** Tells whether a job has come to its end. */
export const isEnded = ({ stage }: Job): boolean => endedStages.includes(stage.name);

/** Tells whether a job's pin is not, or no more, on the board because the person took it back. */
export const isTakenBack = ({ stage }: Pick<Job, 'stage'>): boolean =>
  stage.name === 'cancelled' || (stage.name === 'removing' && stage.lookAt !== undefined);

/** Tells whether a job still has to reach Pinterest. */
export const isOpen = (job: Job): boolean =>
  !isEnded(job) && job.stage.name !== 'created' && !isTakenBack(job);

/** Tells whether a job has its way to Pinterest still before it: nothing of its pin was sent. */
export const isUnsent = ({ stage }: Pick<Job, 'stage'>): boolean =>
  unsentStages.includes(stage.name);

/** Tells whether a job waits for a time that the person gave it. */
export const isScheduled = (job: Job, now: number): boolean =>
  (job.notBefore ?? 0) > now && isUnsent(job) && !job.undo && job.pause?.kind !== 'held';

/** Tells whether a job came due while nobody was there to send it, and the person has not said when yet. */
export const isMissed = ({ pause }: Job): boolean =>
  pause?.kind === 'held' && pause.because.code === 'outbox/missed';
