// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import change1 from '../../test/golden/tack-changes-1.json';
import choices1 from '../../test/golden/tack-choices-1.json';
import draft3 from '../../test/golden/tack-drafts-3.json';
import job1 from '../../test/golden/tack-jobs-1.json';
import { watchChanges, type Change } from '../storage/changes';
import { leaveDatabase } from '../storage/testing';

/** What a Tack that was just started finds; it keeps its databases open. */
async function lookAnew() {
  vi.resetModules();
  return import('./recovery');
}

const found = async () => {
  const { inspect } = await lookAnew();
  const [jobs, drafts, history, changes, choices] = await inspect();
  return {
    jobs: jobs!,
    drafts: drafts!,
    history: history!,
    changes: changes!,
    choices: choices!,
  };
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('chrome', fakeBrowser); // for modules that are loaded within a test
});

describe('what Tack kept', () => {
  it('is fine where nothing was kept yet, and where all can be read', async () => {
    const states = async () => Object.values(await found()).map(({ state }) => state);
    expect(await states()).toEqual(Array.from({ length: 5 }, () => 'fine'));

    vi.stubGlobal('indexedDB', new IDBFactory());
    await leaveDatabase('tack-jobs', { one: { ...job1, id: 'one' } });
    await leaveDatabase('tack-drafts', { two: { ...draft3, id: 'two' } });
    await leaveDatabase('tack-changes', { three: { ...change1, id: 'three' } });
    await leaveDatabase('tack-choices', { choices: choices1 });
    expect(await states()).toEqual(Array.from({ length: 5 }, () => 'fine'));
  });

  it('names the rows that are not what they should be, and counts the others', async () => {
    await leaveDatabase('tack-jobs', {
      good: { ...job1, id: 'good' },
      torn: { version: 1 },
      odd: 7,
    });
    const { jobs, drafts } = await found();

    expect(jobs).toMatchObject({ state: 'rows', readable: 1, error: null });
    expect(jobs.unreadable.toSorted()).toEqual(['odd', 'torn']);
    expect(drafts.state).toBe('fine');
  });

  it('is a newer Tack’s where one of its rows says so, beside rows that are torn', async () => {
    const late = { ...job1, id: 'late', version: 2 };
    await leaveDatabase('tack-jobs', { late, odd: 7 });
    const { jobs } = await found();

    expect(jobs.state).toBe('newer');
    expect(jobs.unreadable.toSorted()).toEqual(['late', 'odd']);
  });

  it('is broken where the database is none of Tack’s, or does not open', async () => {
    await leaveDatabase('tack-jobs', { a: 1 }, 3, 'torn');
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (name === 'tack-history') throw new DOMException('torn', 'UnknownError');
      return open(name, version);
    });
    const { jobs, history } = await found();

    expect(jobs).toMatchObject({ state: 'broken', readable: 1 });
    expect(history.state).toBe('broken');
    expect(history.error).not.toBeNull();
  });
});

describe('going on without what is broken', () => {
  async function mended(pick: 'jobs' | 'drafts' | 'changes' | 'choices') {
    const { inspect, mend } = await lookAnew();
    const part = (await inspect()).find(({ database }) => database === `tack-${pick}`)!;
    await mend(part);
    return (await found())[pick];
  }

  it('keeps the rows that can be read', async () => {
    await leaveDatabase('tack-jobs', { good: { ...job1, id: 'good' }, odd: 7 });

    expect(await mended('jobs')).toMatchObject({ state: 'fine', readable: 1, unreadable: [] });
  });

  it('keeps the changes and the choices that can be read', async () => {
    await leaveDatabase('tack-changes', { good: { ...change1, id: 'good' }, odd: 7 });
    await leaveDatabase('tack-choices', { choices: 7 });

    expect(await mended('changes')).toMatchObject({ state: 'fine', readable: 1, unreadable: [] });
    expect(await mended('choices')).toMatchObject({ state: 'fine', readable: 0, unreadable: [] });
  });

  it('begins anew where nothing of the database can be used', async () => {
    await leaveDatabase('tack-jobs', { a: 1 }, 3, 'torn');

    expect(await mended('jobs')).toMatchObject({ state: 'fine', readable: 0 });
  });

  it('changes nothing of what is fine or a newer Tack’s', async () => {
    const late = { ...job1, id: 'late', version: 2 };
    await leaveDatabase('tack-jobs', { late });

    expect(await mended('jobs')).toMatchObject({ state: 'newer', unreadable: ['late'] });
    expect(await mended('drafts')).toMatchObject({ state: 'fine' });
  });

  it('is told to every view, by the kind of what was mended', async () => {
    const told: Change[] = [];
    const viewing = new AbortController();
    watchChanges((change) => told.push(change), viewing.signal);
    await leaveDatabase('tack-jobs', { odd: 7 });
    await leaveDatabase('tack-drafts', { odd: 7 });
    await mended('jobs');
    await mended('drafts');

    // Threads of other tests are on the channel as well.
    const both = expect.arrayContaining(['job', 'draft']) as string[];
    await vi.waitFor(() => expect(told.map(({ kind }) => kind)).toEqual(both));
    viewing.abort();
  });
});
