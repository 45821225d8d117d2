import { describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { Pin } from '../pinterest/types';
import { readPinNumbers } from './pin-numbers';
import {
  boardTotals,
  findPins,
  pinRowOf,
  pinsOfPage,
  sheetOfPins,
  sumOfPins,
  walkPins,
  type PinRow,
} from './pins';

const pin = (id: string, more: Partial<Pin> = {}): Pin => ({ id, board_id: '1', ...more });
const { signal } = new AbortController();

/** Answers each operation with what the test says. */
const answering = (answers: Record<string, (input: never) => unknown>) => {
  const ask = vi.fn(
    async (_: string, { operation, input }: { operation: string; input: never }) => ({
      readAt: 0,
      reply: answers[operation]!(input),
    }),
  );
  return {
    ask: ask as unknown as Send,
    asked: () => ask.mock.calls.map(([, what]) => what.operation),
  };
};

describe('the account’s pins', () => {
  it('come page by page, each page shown as soon as it is there', async () => {
    const { ask } = answering({
      'pins/list': ({ bookmark }: { bookmark?: string }) =>
        bookmark ? { items: [pin('2')], bookmark: null } : { items: [pin('1')], bookmark: 'next' },
    });
    const shown: [string[], boolean][] = [];
    await walkPins(ask, (pins, isWhole) => shown.push([pins.map(({ id }) => id), isWhole]), {
      signal,
    });

    expect(shown).toEqual([
      [['1'], false],
      [['1', '2'], true],
    ]);
  });

  it('end at 10,000, and go on from there where they are asked for', async () => {
    const { ask } = answering({
      'pins/list': ({ bookmark = '0' }: { bookmark?: string }) => ({
        items: Array.from({ length: 250 }, (_, at) => pin(`${bookmark}-${at}`)),
        bookmark: Number(bookmark) < 40 ? `${Number(bookmark) + 1}` : null,
      }),
    });
    const shown: [number, boolean][] = [];
    const show = (pins: PinRow[], isWhole: boolean) => shown.push([pins.length, isWhole]);
    const stopped = await walkPins(ask, show, { signal });
    expect(shown.at(-1)).toEqual([10_000, false]);
    expect(stopped).toMatchObject({ bookmark: '40' });

    expect(await walkPins(ask, show, { signal, after: stopped })).toBeNull();
    expect(shown.at(-1)).toEqual([10_250, true]);
    expect(shown).toHaveLength(41);
  });

  it('are named but for one that is not the account’s to see', async () => {
    const { ask } = answering({
      'pins/get': ({ pin_id }: { pin_id: string }) => {
        if (pin_id === '2')
          throw new AppError('api/rejected', { status: 403, apiCode: 29, message: '' });
        return pin(pin_id);
      },
    });
    let found: string[] = [];
    await findPins(ask, ['1', '2', '3'], (pins) => (found = [...pins.keys()]), signal);
    expect(found).toEqual(['1', '3']);
  });

  it('have their own figures by the names of analytics, new ones too, and none where Pinterest gives none', () => {
    const row = pinRowOf(
      pin('1', {
        created_at: '2026-01-02T03:04:05',
        pin_metrics: {
          '90d': { impression: 7, clickthrough: 2, new_thing: 1 },
          lifetime_metrics: { reaction: 3, comment: 0 },
        },
      }),
    );
    expect(row.days90).toEqual({ IMPRESSION: 7, OUTBOUND_CLICK: 2, NEW_THING: 1 });
    expect(row.lifetime).toEqual({ TOTAL_REACTIONS: 3, TOTAL_COMMENTS: 0 });
    expect(row.createdAt).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(pinRowOf(pin('2', { pin_metrics: null })).days90).toBeNull();
  });

  it('have no zero that only says that nobody counted', () => {
    const now = Date.UTC(2026, 2, 10);
    const pin_metrics = {
      '90d': { impression: 0, pin_click: 2 },
      lifetime_metrics: { reaction: 0, impression: 9 },
    };
    const figures = (created_at: string, creative_type = 'REGULAR') => {
      const row = pinRowOf(pin('1', { created_at, creative_type, pin_metrics }), now);
      return [row.days90, row.lifetime];
    };
    const all = { IMPRESSION: 0, PIN_CLICK: 2 };

    expect(figures('2026-03-09T20:00:00')).toEqual([{ PIN_CLICK: 2 }, { IMPRESSION: 9 }]);
    expect(figures('2026-03-08T20:00:00')).toEqual([all, { TOTAL_REACTIONS: 0, IMPRESSION: 9 }]);
    // Pinterest counts the whole life of images since 20 March 2023, that of videos since before.
    expect(figures('2023-03-19T23:59:59')).toEqual([all, { IMPRESSION: 9 }]);
    expect(figures('2023-03-20T00:00:00')[1]).toHaveProperty('TOTAL_REACTIONS', 0);
    expect(figures('2022-01-01T00:00:00', 'VIDEO')[1]).toHaveProperty('TOTAL_REACTIONS', 0);
  });

  it('are found for a page whatever follows its address', () => {
    const links = [
      'https://www.bread.example/rye/?utm_source=pinterest',
      'http://bread.example/rye#step-3',
      'https://bread.example/rye?size=2',
      'https://bread.example/',
      '',
    ];
    const rows = links.map((link, index) => pinRowOf(pin(`${index}`, { link })));
    const found = (...page: string[]) => pinsOfPage(rows, page).map(({ id }) => id);

    expect(found('https://bread.example/rye')).toEqual(['0', '1']);
    expect(found('https://bread.example/rye/?size=2&fbclid=x')).toEqual(['2']);
    expect(found('https://bread.example/print/7', 'https://bread.example/rye')).toEqual(['0', '1']);
    expect(found('about:blank', '')).toEqual([]);
  });

  it('are added up by board', () => {
    const of = (boardId: string, IMPRESSION: number | null) =>
      ({ boardId, days90: IMPRESSION === null ? null : { IMPRESSION } }) as PinRow;
    expect(boardTotals([of('a', 1), of('b', 5), of('a', 2), of('c', null)])).toEqual([
      { boardId: 'b', pins: 1, sums: { IMPRESSION: 5 } },
      { boardId: 'a', pins: 2, sums: { IMPRESSION: 3 } },
      { boardId: 'c', pins: 1, sums: {} },
    ]);
  });
});

describe('what pins come to together', () => {
  const pins = [
    { days90: { VIDEO_START: 4, VIDEO_V50_WATCH_TIME: 8000, VIDEO_AVG_WATCH_TIME: 2000 } },
    { days90: { VIDEO_START: 1, VIDEO_V50_WATCH_TIME: 7000, VIDEO_AVG_WATCH_TIME: 7000 } },
    { days90: { SAVE_RATE: 0.5 } },
    { days90: null },
  ] as unknown as PinRow[];

  it('has rates of the sums, and none that can’t be made of them', () => {
    expect(sumOfPins(pins, 'days90')).toEqual({
      VIDEO_START: 5,
      VIDEO_V50_WATCH_TIME: 15_000,
      VIDEO_AVG_WATCH_TIME: 3000,
    });
  });

  it('is a file with a row for each, in UTC, and an empty cell for what is not known', () => {
    const [first, second] = [
      pin('1', { title: 'Rye', created_at: '2026-01-02T03:04:05', pin_metrics: null }),
      pin('2', { pin_metrics: { '90d': { impression: 7 } } }),
    ].map(pinRowOf);
    expect(sheetOfPins([first!, second!], () => 'Bread')).toEqual({
      columns: ['pin_id', 'title', 'board', 'link', 'created_utc', 'IMPRESSION_90_DAYS'],
      rows: [
        ['1', 'Rye', 'Bread', '', '2026-01-02T03:04:05Z', null],
        ['2', '', 'Bread', '', null, 7],
      ],
    });
  });
});

describe('the numbers of pins', () => {
  const period = { from: '2026-03-01', to: '2026-03-02' };
  const table = (IMPRESSION: number) => ({ all: { summary_metrics: { IMPRESSION } } });

  it('are read by the hundred, and a pin that is left out has none', async () => {
    const { ask, asked } = answering({
      'multi_pins/analytics': ({ pin_ids }: { pin_ids: string[] }) =>
        Object.fromEntries(pin_ids.slice(1).map((id) => [id, table(1)])),
    });
    const ids = Array.from({ length: 150 }, (_, index) => `${index}`);
    const sizes: number[] = [];
    await readPinNumbers(ask, ids, period, (numbers) => sizes.push(numbers.size), { signal });

    expect(asked()).toEqual(['multi_pins/analytics', 'multi_pins/analytics']);
    expect(sizes).toEqual([99, 148]);
  });

  it('are read one by one where the batch is not granted, and wait where Pinterest says so', async () => {
    vi.useFakeTimers();
    let refusals = 1;
    const { ask } = answering({
      'multi_pins/analytics': () => {
        throw new AppError('api/restricted-feature', undefined);
      },
      'pins/analytics': () => {
        if (refusals-- > 0) throw new AppError('api/rate-limited', { retryAfterMs: 5000 });
        return table(2);
      },
    });
    const sizes: number[] = [];
    const read = readPinNumbers(ask, ['1', '2'], period, (numbers) => sizes.push(numbers.size), {
      signal,
    });
    await vi.advanceTimersByTimeAsync(5000);
    await read;
    vi.useRealTimers();

    expect(sizes).toEqual([1, 2]);
  });

  const refusing = (isRefused: (id: string) => boolean) =>
    answering({
      'multi_pins/analytics': () => {
        throw new AppError('api/restricted-feature', undefined);
      },
      'pins/analytics': ({ pin_id }: { pin_id: string }) => {
        if (isRefused(pin_id)) throw new AppError('api/not-found', { kind: 'pin' });
        return table(2);
      },
    });

  it('are read past a pin that is refused', async () => {
    const { ask } = refusing((id) => id === '1');
    let read: string[] = [];
    await readPinNumbers(ask, ['1', '2', '3'], period, (numbers) => (read = [...numbers.keys()]), {
      signal,
    });
    expect(read).toEqual(['2', '3']);
  });

  it('end where the first three pins are refused: that is no matter of one of them', async () => {
    const { ask, asked } = refusing(() => true);
    const ids = Array.from({ length: 25 }, (_, index) => `${index}`);
    const read = readPinNumbers(ask, ids, period, () => undefined, { signal });
    await expect(read).rejects.toMatchObject({ code: 'api/not-found' });
    expect(asked()).toHaveLength(4);
  });

  it('end with what Pinterest says where it is something else', async () => {
    const { ask } = answering({
      'multi_pins/analytics': () => {
        throw new AppError('api/not-in-sandbox', undefined);
      },
    });
    await expect(
      readPinNumbers(ask, ['1'], period, () => undefined, { signal }),
    ).rejects.toMatchObject({
      code: 'api/not-in-sandbox',
    });
  });
});
