import { describe, expect, it, vi } from 'vitest';

import { lateHandlers, type HandlerParts } from './late';
import type { From } from './sender';

const from = { tabId: 7 } as From;

function parts() {
  const undo = vi.fn(async () => null);
  const drafts = vi.fn(() => Promise.reject(new Error('not there')));
  const jobs = vi.fn(async () => ({ 'job/undo': undo }));
  return { undo, drafts, jobs, all: { job: jobs, draft: drafts } as unknown as HandlerParts };
}

describe('lateHandlers', () => {
  it('has a handler for every message before anything is loaded', () => {
    const { all, jobs } = parts();

    expect(Object.keys(lateHandlers(all))).toEqual(
      expect.arrayContaining(['job/undo', 'draft/open']),
    );
    expect(jobs).not.toHaveBeenCalled();
  });

  it('loads the subject of a message, and hands over what was asked and by whom', async () => {
    const { all, undo, drafts } = parts();

    const answer = await lateHandlers(all)['job/undo']({ jobId: 'j' }, from);

    expect(answer).toBeNull();
    expect(undo).toHaveBeenCalledWith({ jobId: 'j' }, from);
    expect(drafts).not.toHaveBeenCalled();
  });

  it('loads for a message with a part of its own that part alone', async () => {
    const { all, jobs } = parts();
    const redo = vi.fn(async () => null);
    const own = { 'job/retry': async () => ({ 'job/retry': redo }) };

    await lateHandlers(all, own)['job/retry']({ jobId: 'j' }, from);

    expect(redo).toHaveBeenCalledWith({ jobId: 'j' }, from);
    expect(jobs).not.toHaveBeenCalled();
  });

  it('answers with why a part can’t be loaded', async () => {
    const { all } = parts();

    await expect(lateHandlers(all)['draft/open']({ tabId: 1 }, from)).rejects.toThrow('not there');
  });
});
