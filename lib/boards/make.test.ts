// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { createClient } from '../pinterest/client';
import { sectionIndex } from '../storage/items';
import { createSection } from './make';

/** A board with sections, whose first answers to a new one are these: refused, or made and lost. */
function boardWith(...faults: ('conflict' | 'lost')[]) {
  const sections: { id: string; name: string }[] = [];
  const asked: string[] = [];
  const client = createClient({
    apiUrl: 'https://api.example/v5',
    accessToken: async () => 'token',
    renewToken: async () => 'token',
    isOnline: () => true,
    lanes: { pausedUntil: async () => 0, pause: async () => undefined },
    fetch: (async (request: Request) => {
      asked.push(request.method);
      if (request.method === 'GET') return Response.json({ items: sections, bookmark: null });
      const fault = faults.shift();
      if (fault === 'conflict') {
        const message = 'Could not get exclusive access to update the board.';
        return Response.json({ code: 409, message }, { status: 409 });
      }
      const { name } = (await request.json()) as { name: string };
      sections.push({ id: `${sections.length + 1}`, name });
      if (fault === 'lost') throw new TypeError('Failed to fetch');
      return Response.json(sections.at(-1), { status: 201 });
    }) as typeof fetch,
  });
  const make = async () => {
    vi.useFakeTimers();
    const made = createSection(client, '700', 'Sauces').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    return made;
  };
  return { sections, asked, make };
}

beforeEach(() => fakeBrowser.reset());

describe('createSection', () => {
  it('asks again where the board is being changed elsewhere', async () => {
    const { make, asked, sections } = boardWith('conflict', 'conflict');
    expect(await make()).toEqual({ id: '1', name: 'Sauces' });
    expect(asked).toEqual(['POST', 'GET', 'POST', 'GET', 'POST']);
    expect(sections).toHaveLength(1);
  });

  it('puts the section to the others of its board, where those were read', async () => {
    await sectionIndex.setValue({ '700': [{ id: '9', name: 'Breads' }] });
    await boardWith().make();
    expect(await sectionIndex.getValue()).toEqual({
      '700': [
        { id: '9', name: 'Breads' },
        { id: '1', name: 'Sauces' },
      ],
    });
  });

  it('does not take the new section for all there are, where the others were never read', async () => {
    await boardWith().make();
    expect(await sectionIndex.getValue()).toEqual({});
  });

  it('says so where that goes on, and has made none', async () => {
    const { make, sections } = boardWith('conflict', 'conflict', 'conflict');
    expect(await make()).toMatchObject({ code: 'api/conflict' });
    expect(sections).toEqual([]);
  });

  it('takes the section that was made where the answer was lost', async () => {
    const { make, asked, sections } = boardWith('lost');
    expect(await make()).toEqual({ id: '1', name: 'Sauces' });
    expect(asked).toEqual(['POST', 'GET']);
    expect(sections).toHaveLength(1);
  });
});
