import { describe, expect, it } from 'vitest';

import { isById } from './by-id';
import { reduce } from './job';
import { isAllowed, type JobEvent } from './job-events';
import { nextStep } from './next-step';
import type { Job, JobMedia } from './types';

/*
 * Every order in which a pin's steps, the death of its worker, wakings, a second runner, lost answers and all that the person
 * can press can come, searched whole. The reducer and `nextStep` are the real ones; the world around them is small:
 * - Pinterest makes a pin of a request that reaches it, be it after the worker's death, but before the board has been looked at
 *   twice a minute apart, or could not be looked at for as long (schedule.ts, ABSENCE_SPAN_MS);
 * - the person presses whatever there is to press, at any moment and more than once, and says of the board what they see there;
 * - an image that goes by its id can be refused, lost or late at each step of its upload, which goes on in a document that may
 *   die at any moment;
 * - a first look at a board may miss a pin that is there, a second one does not.
 * The Web Lock lets one runner work; a second one waits until the first is done or dead.
 */

/** What a runner is in the middle of. */
type Doing =
  | null
  /** Has read the row, and is about to take the step. */
  | { at: 'begun'; step: string }
  /** Has written `creating`, and sends. */
  | { at: 'sending' }
  /** The request is under way. */
  | { at: 'waiting' }
  /** Has written that no pin was made of an id, and is about to write that it goes another way. */
  | { at: 'refused' }
  /** The delete request is under way. */
  | { at: 'deleting' };

interface World {
  job: Job;
  runner: Doing;
  /** A second runner waits for the lock. */
  isSecondWaiting: boolean;
  /** A document sends the bytes, whatever becomes of the worker. */
  isUploading: boolean;
  /** Requests that Pinterest may still turn into a pin. */
  underWay: number;
  pins: number;
}

const byUrl: JobMedia = { kind: 'url', url: '' };
const byId = { kind: 'bytes', byId: true } as JobMedia;

/** The two ways to a pin: in one request, and by the id that an upload gets. */
const starts = [byUrl, byId].map((media): World => ({
  job: {
    stage: { name: 'queued' },
    pause: null,
    undo: false,
    attempts: 0,
    content: {},
    media,
  } as unknown as Job,
  runner: null,
  isSecondWaiting: false,
  isUploading: false,
  underWay: 0,
  pins: 0,
}));

const key = ({ job, ...world }: World) =>
  JSON.stringify([job.stage, job.pause?.kind, job.pause?.because.code, job.undo, job.media, world]);

const apply = (world: World, event: JobEvent, runner: Doing = null): World => ({
  ...world,
  runner,
  job: { ...reduce(world.job, event), attempts: 0 },
});

/** Another take of a row that moved on under a runner's hands changes nothing. */
function applyOrNot(world: World, event: JobEvent, runner: Doing = null): World {
  try {
    return apply(world, event, runner);
  } catch {
    return { ...world, runner: null };
  }
}

const waiting = { until: 0, because: { code: 'network/timeout', data: undefined } } as const;
const unsure = { code: 'outbox/unsure', data: undefined } as const;
const refusal = { code: 'api/restricted-feature', data: undefined } as const;
const board = { boardId: '1', boardName: 'b', sectionId: null, sectionName: null };

/** All that the person can say. */
function* sayings({ pins }: World): Generator<JobEvent> {
  yield { type: 'resume', now: 0 };
  yield { type: 'undo' };
  yield { type: 'move', board };
  yield { type: 'schedule', notBefore: 0 };
  yield { type: 'keep', verifyAt: 0 };
  if (pins > 0) return yield { type: 'there' };
  yield { type: 'send-again' };
  yield { type: 'not-there' };
}

/** All that can come next. */
function* nextOf(world: World): Generator<World> {
  const { job, runner, underWay, pins } = world;
  for (const said of sayings(world)) {
    if (isAllowed(job, said.type)) yield apply(world, said, runner);
  }
  if (underWay > 0) yield { ...world, underWay: underWay - 1, pins: pins + 1 };
  if (world.isUploading) yield* endUpload({ ...world, isUploading: false });
  if (runner) {
    yield { ...world, runner: null, isSecondWaiting: false }; // the worker dies, and all runners with it
    if (!world.isSecondWaiting) yield { ...world, isSecondWaiting: true };
    yield* goOn(world, runner);
    return;
  }
  const step = nextStep(job, 1);
  const isDue = typeof step === 'string' && !(step === 'upload' && world.isUploading);
  if (isDue) yield { ...world, runner: { at: 'begun', step } };
  if (world.isSecondWaiting) yield { ...world, isSecondWaiting: false };
}

/** All that an upload can come to, in its own document. */
function* endUpload(world: World): Generator<World> {
  const { runner } = world;
  yield world; // its document dies
  yield applyOrNot(world, { type: 'uploaded', at: 0, askAt: 0 }, runner);
  yield applyOrNot(world, { type: 'wait', ...waiting }, runner);
  yield applyOrNot(world, { type: 'unregistered' }, runner);
  yield applyOrNot(world, { type: 'inline', isRefused: true }, runner);
}

function* goOn(world: World, runner: NonNullable<Doing>): Generator<World> {
  if (runner.at === 'begun') return yield* takeStep(world, runner.step);
  if (runner.at === 'sending') {
    yield { ...world, runner: { at: 'waiting' }, underWay: world.underWay + 1 };
    return yield applyOrNot(world, { type: 'not-created' }); // the connection was refused
  }
  if (runner.at === 'waiting') {
    yield applyOrNot(world, { type: 'lost' });
    if (world.underWay === 0) yield created(world);
    else yield refused({ ...world, underWay: world.underWay - 1 }); // a 4xx
    return;
  }
  if (runner.at === 'refused') {
    return yield applyOrNot(world, { type: 'inline', isRefused: true });
  }
  yield applyOrNot({ ...world, pins: 0 }, { type: 'removed' });
  yield applyOrNot({ ...world, pins: 0 }, { type: 'deleted', lookAt: 0 });
  yield applyOrNot(world, { type: 'wait', ...waiting });
}

const refused = (world: World): World =>
  applyOrNot(world, { type: 'not-created' }, isById(world.job) ? { at: 'refused' } : null);

/** The row says that bytes leave before a document is asked to send them; a stopped worker may not come to the second. */
function uploading(world: World): World {
  const noted = applyOrNot(world, { type: 'uploading', at: 0 });
  return noted.job.stage.name === 'registered' ? { ...noted, isUploading: true } : noted;
}

const form = { mediaId: '7', uploadUrl: '', fields: [], expiresAt: null, registeredAt: 0 };

const created = (world: World): World =>
  applyOrNot(world, { type: 'created', pinId: '5', createdAt: '', verifyAt: 0 });

function* takeStep(world: World, step: string): Generator<World> {
  const { job, pins, underWay } = world;
  switch (step) {
    case 'prepare':
      yield applyOrNot(world, { type: 'prepared', media: job.media });
      return;
    case 'register':
      yield applyOrNot(world, { type: 'registered', form });
      yield applyOrNot(world, { type: 'wait', ...waiting });
      yield applyOrNot(world, { type: 'inline', isRefused: true });
      return;
    case 'upload':
      yield uploading(world);
      yield applyOrNot(world, { type: 'uploaded', at: 0, askAt: 0 }); // an earlier document had sent it
      yield applyOrNot(world, { type: 'inline', isRefused: true });
      return;
    case 'await-processing':
      yield applyOrNot(world, { type: 'processed' });
      yield applyOrNot(world, { type: 'processing', askAt: 0 });
      yield applyOrNot(world, { type: 'unregistered' });
      yield applyOrNot(world, { type: 'inline', isRefused: false });
      return;
    case 'create':
      yield applyOrNot(world, { type: 'creating', at: 0 }, { at: 'sending' });
      yield applyOrNot(world, { type: 'hold', because: refusal });
      return;
    case 'find-out': {
      if (job.stage.name !== 'creating') return yield { ...world, runner: null };
      if (!job.stage.unknown) {
        return yield applyOrNot(world, { type: 'lost' }, { at: 'begun', step });
      }
      yield applyOrNot(world, { type: 'wait', ...waiting }); // the board can't be read
      if (underWay === 0) yield applyOrNot(world, { type: 'hold', because: unsure }); // it is refused
      if (pins > 0) yield created(world);
      const looks = job.stage.absentAt.length;
      if (looks === 0) yield applyOrNot(world, { type: 'absent', at: 0 });
      else if (pins === 0 && underWay === 0) {
        yield applyOrNot(world, { type: 'not-created' });
        yield applyOrNot(world, { type: 'hold', because: unsure }); // nothing to know it by
      }
      return;
    }
    case 'verify':
      yield applyOrNot(world, { type: 'verified', twinIds: [] });
      yield applyOrNot(world, { type: 'unlisted', verifyAt: 0 });
      yield applyOrNot(world, { type: 'wait', ...waiting });
      return;
    case 'find-twins':
      yield applyOrNot(world, { type: 'removed', twinIds: [] });
      yield applyOrNot(world, { type: 'wait', ...waiting });
      return;
    case 'begin-removal':
      yield applyOrNot(world, { type: 'removing' });
      return;
    case 'remove':
      yield { ...world, runner: { at: 'deleting' } };
      if (pins > 0) yield applyOrNot(world, { type: 'hold', because: refusal }); // what is gone is gone
      return;
    case 'drop':
      yield applyOrNot(world, { type: 'removed' });
  }
}

/** Every world that can be reached, with those that lead into it. */
function search(): Map<string, { world: World; from: Set<string> }> {
  const seen = new Map(starts.map((world) => [key(world), { world, from: new Set<string>() }]));
  const open = [...starts];
  for (let world = open.pop(); world; world = open.pop()) {
    if (world.pins + world.underWay > 1) continue; // it has failed already
    for (const next of nextOf(world)) {
      const known = seen.get(key(next));
      if (known) known.from.add(key(world));
      else {
        seen.set(key(next), { world: next, from: new Set([key(world)]) });
        open.push(next);
      }
    }
  }
  return seen;
}

const worlds = search();
const all = [...worlds.values()].map(({ world }) => world);

describe('in every order of steps, deaths, wakings, lost answers and words of the person, a job', () => {
  // K14
  it('makes no second pin', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ pins, underWay }) => pins + underWay > 1)).toEqual([]);
  });

  it('is sent by its id only while that was not refused', () => {
    const sent = all.filter(({ job }) => job.stage.name === 'creating');
    const wrong = sent.filter(({ job }) => 'mediaId' in job.stage !== isById(job));
    expect(sent.filter(({ job }) => isById(job))).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  it('ends as published only with its pin there, and as cancelled only without', () => {
    const ended = all.filter(({ job }) => ['verified', 'cancelled'].includes(job.stage.name));
    const wrong = ended.filter(({ job, pins }) => pins !== (job.stage.name === 'verified' ? 1 : 0));
    expect(ended).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  // K14
  it('can always still come to its end', () => {
    const ends = [...worlds].filter(([, { world }]) =>
      ['verified', 'cancelled'].includes(world.job.stage.name),
    );
    const reaching = new Set(ends.map(([name]) => name));
    for (const name of reaching) for (const from of worlds.get(name)!.from) reaching.add(from);
    expect([...worlds.keys()].filter((name) => !reaching.has(name))).toEqual([]);
  });
});
