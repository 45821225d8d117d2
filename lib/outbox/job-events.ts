import type { BoardChoice } from '../drafts/types';
import type { ErrorInfo } from '../errors';
import type { Job, JobMedia, Registered, StageName } from './types';

/** All that can happen to a job. Times are ms of UTC. */
export type JobEvent =
  /** The bytes are as Pinterest takes them. */
  | { type: 'prepared'; media: JobMedia }
  /** Pinterest gave a form for the bytes of a video, or of an image that goes by its id. */
  | { type: 'registered'; form: Omit<Registered, 'name' | 'startedAt'> }
  /** These bytes are about to be sent. */
  | { type: 'uploading'; at: number }
  /** They are at Pinterest, which is asked at `askAt` what became of them. */
  | { type: 'uploaded'; at: number; askAt: number }
  /** Pinterest still works on them. */
  | { type: 'processing'; askAt: number }
  | { type: 'processed' }
  /** A form or an upload is good for nothing any more: its bytes are registered anew. */
  | { type: 'unregistered' }
  /**
   * An image goes in the request for its pin after all. `isRefused`: Pinterest or its upload host refused it; else they were
   * not reached, or took too long.
   */
  | { type: 'inline'; isRefused: boolean }
  /** `POST /pins` is about to be sent; `at` is Pinterest's clock, `sentAt` the own one. */
  | { type: 'creating'; at: number; sentAt?: number }
  /** It is not known what became of the request. */
  | { type: 'lost' }
  /** The board was read, and the pin is not there. */
  | { type: 'absent'; at: number }
  /** It is certain that nothing was created. */
  | { type: 'not-created' }
  | { type: 'created'; pinId: string; createdAt: string; verifyAt: number }
  | { type: 'verified'; twinIds: string[] }
  /** The board does not show the pin itself yet, so what it shows says nothing of a twin. */
  | { type: 'unlisted'; verifyAt: number }
  | { type: 'removing' }
  /** The pin is off the board. A twin that came with it may not be there to be seen before `lookAt`. */
  | { type: 'deleted'; lookAt: number }
  | { type: 'removed'; twinIds?: string[] }
  /** `isRefused`: what was asked was answered, and by asking again alone nothing changes. */
  | { type: 'wait'; until: number; because: ErrorInfo; isRefused?: boolean }
  | { type: 'hold'; because: ErrorInfo }
  /** The person, or the clock, lets it go on. */
  | { type: 'resume'; now: number }
  | { type: 'undo' }
  /** The person saw the pin on the board, though Tack could not tell that it is this one. */
  | { type: 'there' }
  /** The person did not see it there, and wants it sent. */
  | { type: 'send-again' }
  /** Nor did the person see the one there that they took back. */
  | { type: 'not-there' }
  /** Pinterest does not let the pin be deleted, and the person leaves it. A twin is looked for at `verifyAt`. */
  | { type: 'keep'; verifyAt: number }
  | { type: 'move'; board: BoardChoice }
  /** The person gives it another time. */
  | { type: 'schedule'; notBefore: number };

/** The stages in which nothing of a job's pin was sent. */
export const unsentStages: readonly StageName[] = [
  'queued',
  'prepared',
  'registered',
  'uploaded',
  'processed',
];

/** The stages of jobs for which something is left to be done. A verified one that is undone is `removing` at once. */
export const openStages: readonly StageName[] = [
  ...unsentStages,
  'creating',
  'created',
  'removing',
];

/** The stages of jobs that have come to their end. */
export const endedStages: readonly StageName[] = ['verified', 'cancelled'];

/** From which stages an event may come. */
const allowedFrom: Readonly<Record<JobEvent['type'], readonly StageName[]>> = {
  prepared: ['queued'],
  registered: ['prepared'],
  uploading: ['registered'],
  uploaded: ['registered'],
  processing: ['uploaded'],
  processed: ['uploaded'],
  unregistered: ['registered', 'uploaded', 'processed'],
  inline: ['prepared', 'registered', 'uploaded', 'processed'],
  creating: ['prepared', 'processed'],
  lost: ['creating'],
  absent: ['creating'],
  'not-created': ['creating'],
  created: ['creating'],
  verified: ['created'],
  there: ['creating'],
  'send-again': ['creating'],
  'not-there': ['creating'],
  keep: ['removing'],
  unlisted: ['created'],
  removing: ['created', 'verified'],
  deleted: ['removing'],
  removed: ['removing', ...unsentStages],
  wait: openStages,
  hold: openStages.filter((name) => name !== 'created'), // its pin is there: it holds nothing up
  resume: openStages,
  undo: [...unsentStages, 'creating', 'created', 'verified'],
  move: unsentStages,
  schedule: unsentStages,
};

/** Whether Tack can't tell if the pin is on the board, and waits for the person's word. */
const isUnsure = ({ pause }: Standing) =>
  pause?.kind === 'held' && pause.because.code === 'outbox/unsure';

/**
 * What has to stand besides the stage. An answer is to a question: a second click comes when the pin is under way again,
 * and what is under way is nobody's to send.
 */
const allowedWhere: Partial<Record<JobEvent['type'], (job: Standing) => boolean>> = {
  there: isUnsure,
  'send-again': isUnsure,
  'not-there': (job) => isUnsure(job) && job.undo,
  keep: ({ stage, pause }) =>
    pause?.kind === 'held' && stage.name === 'removing' && stage.lookAt === undefined,
  // Of one that the person saw themselves Tack does not know which it is.
  undo: ({ stage }) => stage.name !== 'verified' || stage.pinId !== '',
};

type Standing = Pick<Job, 'stage' | 'pause' | 'undo'>;

/** Tells whether an event may come to a job as it stands; what the reducer and its model test share. */
export const isAllowed = (job: Standing, type: JobEvent['type']): boolean =>
  allowedFrom[type].includes(job.stage.name) && (allowedWhere[type]?.(job) ?? true);
