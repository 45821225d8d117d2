import { describe, expect, it } from 'vitest';

import { isById } from './by-id';
import { reduce } from './job';
import { isAllowed, type JobEvent } from './job-events';
import { nextStep } from './next-step';
import type { Job, JobMedia, JobStage } from './types';

const start = {
  stage: { name: 'queued' },
  pause: null,
  undo: false,
  attempts: 0,
  content: {},
  media: {},
} as unknown as Job;

const imageById: JobMedia = {
  kind: 'bytes',
  byId: true,
  type: 'image/jpeg',
  size: 5,
  sha256: 'x',
  width: 9,
  height: 16,
};

/** One of each event, to be tried at every stage. */
const events: JobEvent[] = [
  { type: 'prepared', media: imageById },
  {
    type: 'registered',
    form: { mediaId: '7', uploadUrl: '', fields: [], expiresAt: null, registeredAt: 0 },
  },
  { type: 'uploading', at: 1 },
  { type: 'uploaded', at: 1, askAt: 5 },
  { type: 'processing', askAt: 6 },
  { type: 'processed' },
  { type: 'unregistered' },
  { type: 'inline', isRefused: true },
  { type: 'creating', at: 1 },
  { type: 'lost' },
  { type: 'absent', at: 1 },
  { type: 'not-created' },
  { type: 'created', pinId: '5', createdAt: '', verifyAt: 0 },
  { type: 'verified', twinIds: [] },
  { type: 'there' },
  { type: 'send-again' },
  { type: 'not-there' },
  { type: 'keep', verifyAt: 0 },
  { type: 'removing' },
  { type: 'unlisted', verifyAt: 0 },
  { type: 'deleted', lookAt: 0 },
  { type: 'removed' },
  { type: 'wait', until: 0, because: { code: 'network/timeout', data: undefined } },
  { type: 'hold', because: { code: 'outbox/unsure', data: undefined } },
  { type: 'hold', because: { code: 'api/restricted-feature', data: undefined } },
  { type: 'resume', now: 0 },
  { type: 'undo' },
  { type: 'schedule', notBefore: 5 },
  {
    type: 'move',
    board: { boardId: '1', boardName: 'b', sectionId: null, sectionName: null },
  },
];

function eventOf(type: JobEvent['type']): JobEvent {
  const event = events.find((each) => each.type === type);
  if (!event) throw new Error(`no event ${type}`);
  return event;
}

/** Only what goes by an id can be taken back from there. */
const fits = (job: Job, { type }: JobEvent) =>
  isAllowed(job, type) && (type !== 'inline' || isById(job));

const whyOf = ({ pause }: Job) => [pause?.kind, pause?.because.code];

/** Every job that any order of events can lead to, with one way there. */
function everyReachable(): Map<string, { job: Job; way: string[] }> {
  const seen = new Map<string, { job: Job; way: string[] }>();
  const open: { job: Job; way: string[] }[] = [{ job: start, way: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { job, way } = next;
    const absent = job.stage.name === 'creating' ? job.stage.absentAt.length : 0;
    const key = JSON.stringify([job.stage, whyOf(job), job.undo, job.media]);
    if (seen.has(key) || absent > 2) continue;
    seen.set(key, next);
    for (const event of events.filter((each) => fits(job, each))) {
      open.push({ job: reduce(job, event), way: [...way, event.type] });
    }
  }
  return seen;
}

describe('a job', () => {
  // N20
  it('is refused every event that its stage does not know, and stays as it is', () => {
    for (const { job } of everyReachable().values()) {
      for (const event of events.filter((each) => !fits(job, each))) {
        expect(() => reduce(job, event)).toThrow('outbox/too-late');
      }
    }
  });

  it('is sent only after "creating" was written, and again only after it was said not to be there', () => {
    for (const { way } of everyReachable().values()) {
      const sends = way.flatMap((type, at) => (type === 'creating' ? [at] : []));
      for (const [index, at] of sends.slice(1).entries()) {
        const since = new Set(way.slice((sends[index] ?? 0) + 1, at));
        expect(since.has('not-created') || since.has('send-again')).toBe(true);
      }
    }
  });

  it('never goes back before its pin once it has one', () => {
    const withPin = new Set<JobStage['name']>(['created', 'verified', 'removing', 'cancelled']);
    const made = [...everyReachable().values()].filter(({ way }) => way.includes('created'));
    expect(made.filter(({ job }) => !withPin.has(job.stage.name))).toEqual([]);
  });

  it('has a next step, a time for it, a person to wait for, or an end', () => {
    for (const { job } of everyReachable().values()) {
      const stuck = nextStep(job, 10) === null;
      const ended = ['verified', 'cancelled'].includes(job.stage.name);
      expect(!stuck || ended || job.pause?.kind === 'held').toBe(true);
    }
  });

  it('goes by its id no more once it was to go with its pin', () => {
    const reached = [...everyReachable().values()].filter(({ way }) => way.includes('inline'));

    expect(reached.length).toBeGreaterThan(10);
    expect(reached.filter(({ job }) => isById(job))).toEqual([]);
  });

  it('says nothing of ids once it is held though its bytes went along', () => {
    const refused = [eventOf('prepared'), eventOf('inline')].reduce(reduce, start);
    expect(refused.media).toMatchObject({ byId: false });
    expect(reduce(refused, eventOf('hold')).media).not.toHaveProperty('byId');
    expect(reduce(refused, eventOf('wait')).media).toMatchObject({ byId: false });
  });

  it('counts tries on while it goes to and fro between sending and not sent', () => {
    const wait: JobEvent = {
      type: 'wait',
      until: 0,
      because: { code: 'network/timeout', data: undefined },
    };
    const [prepared, creating] = [eventOf('prepared'), eventOf('creating')];
    const notCreated = eventOf('not-created');
    const tried = [prepared, creating, notCreated, wait, creating, notCreated, wait].reduce(
      reduce,
      start,
    );

    expect(tried.attempts).toBe(2);
  });

  it('counts tries on while a video is registered again and again', () => {
    const wait = eventOf('wait');
    const round = [eventOf('registered'), eventOf('uploading'), wait, eventOf('unregistered')];

    expect([eventOf('prepared'), ...round, ...round].reduce(reduce, start).attempts).toBe(2);
  });

  it('keeps its uploaded video where its pin has to be sent again', () => {
    const way = ['prepared', 'registered', 'uploading', 'uploaded', 'processed'] as const;
    const sent = [...way, 'creating', 'not-created'] as const;

    expect(sent.map(eventOf).reduce(reduce, start).stage).toEqual({
      name: 'processed',
      mediaId: '7',
    });
  });
});
