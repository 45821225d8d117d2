import { describe, expect, it, vi } from 'vitest';

import { filterPins, noFilter, typesOf } from './filter';
import { checkLinks, linkState } from './links';
import { nameProblem } from './names';
import type { PinRow } from './types';

const pin = (more: Partial<PinRow>) =>
  ({
    title: '',
    description: '',
    altText: 'A cake',
    link: '',
    creativeType: 'REGULAR',
    ...more,
  }) as PinRow;

describe('a filter of pins', () => {
  const pins = [
    pin({ title: 'Crème brûlée', link: 'https://gone.example/' }),
    pin({ title: 'Soup', altText: ' ', creativeType: 'VIDEO' }),
  ];
  const broken = new Set(['https://gone.example/']);
  const titles = (filter: Partial<typeof noFilter>) =>
    filterPins(pins, { ...noFilter, ...filter }, broken).map(({ title }) => title);

  it('lets through what fits all of it, whatever capitals and accents', () => {
    expect(titles({})).toHaveLength(2);
    expect(titles({ words: 'BRULEE creme' })).toEqual(['Crème brûlée']);
    expect(titles({ noAltText: true })).toEqual(['Soup']);
    expect(titles({ broken: true })).toEqual(['Crème brûlée']);
    expect(titles({ type: 'VIDEO', broken: true })).toEqual([]);
  });

  it('offers the kinds of pin that there are', () => {
    expect(typesOf([...pins, pin({ creativeType: '' })])).toEqual(['REGULAR', 'VIDEO']);
  });
});

describe('the look at a link', () => {
  const answers = (...steps: (number | 'refused')[]) =>
    vi.fn<typeof fetch>(async () => {
      const step = steps.shift();
      if (typeof step !== 'number') throw new TypeError('Failed to fetch');
      return new Response(null, { status: step });
    });

  it.each<[string, (number | 'refused')[], string]>([
    ['a page that is there', [200], 'fine'],
    ['a page that is gone', [404], 'broken'],
    ['a door that is closed to programs', [403], 'fine'],
    ['a site that does not let others read it', ['refused', 200], 'fine'],
    ['a site that is not there', ['refused', 'refused'], 'broken'],
  ])('tells of %s', async (_, steps, state) => {
    const request = answers(...steps);
    expect(await linkState('https://a.example/x', request)).toBe(state);
    expect(request.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it.each([
    ['javascript:alert(1)', 'broken'],
    ['no address', 'broken'],
    ['https://192.168.1.1/', 'unknown'],
    ['http://a.example/', 'unknown'],
  ])('asks nobody about %s', async (link, state) => {
    const request = answers(200);
    expect(await linkState(link, request)).toBe(state);
    expect(request).not.toHaveBeenCalled();
  });

  // H12
  it('goes no further than a site that lets itself be read', async () => {
    const sentOn = { type: 'opaqueredirect', status: 0 } as Response; // as a browser gives it
    const request = vi.fn<typeof fetch>(async () => sentOn);
    expect(await linkState('https://a.example/x', request)).toBe('fine');
    expect(request).toHaveBeenCalledTimes(1);
    expect(request.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
  });

  it('asks each site once, and none any more when it is ended', async () => {
    const request = answers(200, 404, 200);
    const known: string[] = [];
    const links = ['https://a.example/', 'https://b.example/', 'https://a.example/'];
    await checkLinks(links, (link) => known.push(link), new AbortController().signal, request);
    expect(known).toHaveLength(2);
    await checkLinks(links, () => known.push('late'), AbortSignal.abort(), request);
    expect(known).toHaveLength(2);
  });
});

describe('a name', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(10_000), 'long'],
    ['kitchen', 'taken'],
    ['K', null],
    ['مطبخ', null],
    ['🍰🍰', null],
    ['<img src=x onerror=alert(1)>', null],
    ["'; DROP TABLE boards; --", null],
  ])('of %j is %s', (name, problem) => {
    expect(nameProblem(name, ['Kitchen'])).toBe(problem);
  });
});
