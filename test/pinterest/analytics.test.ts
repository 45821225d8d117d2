// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type LocalPinterest, startPinterest } from './server.ts';
import { caller, daysAgo, picture } from './testing.ts';

let pinterest: LocalPinterest;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, limits: { org_analytics: 100_000 } });
});
afterAll(() => pinterest.close());
beforeEach(() => {
  pinterest.reset();
  call = caller(pinterest);
});

interface Table {
  daily_metrics: { date: string; data_status: string; metrics: Record<string, number> }[];
  summary_metrics: Record<string, number>;
  lifetime_metrics?: Record<string, number>;
}

const days = (from: number, to: number) => `start_date=${daysAgo(from)}&end_date=${daysAgo(to)}`;

async function account(query: string): Promise<Record<string, Table>> {
  const { body } = await call('GET', `/user_account/analytics?${query}`);
  return body;
}

const sum = (tables: Table[], metric: string) =>
  tables.reduce((total, table) => total + (table.summary_metrics[metric] ?? 0), 0);

describe('a personal account', () => {
  it('has no numbers, neither of itself nor of its pins', async () => {
    const tom = caller(pinterest, undefined, 'tom_travels');
    const pins = (await tom('GET', '/pins?pin_metrics=true')).body.items;
    expect(pins.length).toBeGreaterThan(0);
    expect(pins.map((pin: { pin_metrics: unknown }) => pin.pin_metrics)).toEqual(
      pins.map(() => null),
    );
    const metrics = `${days(7, 1)}&metric_types=IMPRESSION`;
    for (const path of [
      `/user_account/analytics?${metrics}`,
      `/user_account/analytics/top_pins?${metrics}&sort_by=IMPRESSION`,
      `/pins/${pins[0].id}/analytics?${metrics}`,
    ])
      expect([path, (await tom('GET', path)).status]).toEqual([path, 403]);
    const { status, body } = await tom('GET', `/pins/analytics?${metrics}&pin_ids=${pins[0].id}`);
    expect([status, body.code]).toEqual([401, 7]);
  });
});

describe('account analytics', () => {
  it('add up: the summary is the sum of its days', async () => {
    const { all } = await account(`${days(29, 0)}&metric_types=IMPRESSION,SAVE`);

    const total = all?.daily_metrics.reduce(
      (count, { metrics }) => count + (metrics['IMPRESSION'] ?? 0),
      0,
    );
    expect(all?.daily_metrics).toHaveLength(30);
    expect(all?.summary_metrics['IMPRESSION']).toBe(total);
    expect(total).toBeGreaterThan(10_000);
  });

  it('are the same each time they are asked for', async () => {
    const query = `${days(60, 1)}&metric_types=IMPRESSION`;

    expect(await account(query)).toEqual(await account(query));
  });

  it('say that today is still counted and yesterday is an estimate', async () => {
    const { all } = await account(days(2, 0));

    expect(all?.daily_metrics.map(({ data_status }) => data_status)).toEqual([
      'READY',
      'ESTIMATE',
      'PROCESSING',
    ]);
    expect(all?.daily_metrics.at(-1)?.metrics).toEqual({});
  });

  it.each(['APP_TYPE', 'OWNED_CONTENT', 'SOURCE', 'PIN_FORMAT'])(
    'split by %s without losing anything',
    async (split) => {
      const query = `${days(30, 2)}&metric_types=IMPRESSION`;
      const { all } = await account(query);

      const parts = Object.values(await account(`${query}&split_field=${split}`));

      expect(parts.length).toBeGreaterThan(1);
      expect(sum(parts, 'IMPRESSION')).toBe(all?.summary_metrics['IMPRESSION']);
    },
  );

  it.each([
    ['more than 90 days back', days(91, 0)],
    ['days in the wrong order', days(3, 5)],
    ['the future', days(3, -2)],
    ['no end', `start_date=${daysAgo(3)}`],
    ['something that is no date', 'start_date=2026-13-01&end_date=2026-13-02'],
    ['an unknown metric', `${days(5, 1)}&metric_types=CLOSEUP`],
  ])('refuse %s', async (_, query) => {
    const { status, body } = await call('GET', `/user_account/analytics?${query}`);

    expect([status, body.code]).toEqual([400, 400]);
  });
});

describe('pin analytics', () => {
  const metrics = 'metric_types=IMPRESSION,SAVE,TOTAL_COMMENTS,TOTAL_REACTIONS';

  it('give reactions for all its life and views by day', async () => {
    const [pin] = pinterest.ledger.pins({ owner: 'linda_kitchen' });

    const { body } = await call('GET', `/pins/${pin?.id}/analytics?${days(30, 1)}&${metrics}`);

    expect(Object.keys(body.all.lifetime_metrics)).toEqual(['TOTAL_COMMENTS', 'TOTAL_REACTIONS']);
    expect(Object.keys(body.all.summary_metrics)).toEqual(['IMPRESSION', 'SAVE']);
  });

  it('say which days were before the pin', async () => {
    const [board] = pinterest.ledger.boards('linda_kitchen');
    const source = {
      source_type: 'image_base64',
      content_type: 'image/jpeg',
      data: (await picture()).toString('base64'),
    };
    const { body: pin } = await call('POST', '/pins', {
      board_id: board?.id,
      media_source: source,
    });

    const { body } = await call('GET', `/pins/${pin.id}/analytics?${days(3, 0)}&${metrics}`);

    const statuses = body.all.daily_metrics.map((day: { data_status: string }) => day.data_status);
    expect(statuses).toEqual([
      'BEFORE_PIN_CREATED',
      'BEFORE_PIN_CREATED',
      'BEFORE_PIN_CREATED',
      'PROCESSING',
    ]);
  });

  it('need metric types, and refuse those of videos for a picture', async () => {
    const [pin] = pinterest.ledger.pins({ owner: 'linda_kitchen' });
    const path = `/pins/${pin?.id}/analytics?${days(3, 1)}`;

    expect((await call('GET', path)).status).toBe(400);
    expect((await call('GET', `${path}&metric_types=VIDEO_MRC_VIEW`)).status).toBe(400);
  });

  it('answer for up to 100 pins at once and agree with each alone', async () => {
    const ids = pinterest.ledger.pins({ owner: 'linda_kitchen' }).map(({ id }) => id);
    const query = `${days(20, 1)}&${metrics}`;

    const { body } = await call(
      'GET',
      `/pins/analytics?pin_ids=${ids.slice(0, 100).join('&pin_ids=')}&${query}`,
    );
    const { body: alone } = await call('GET', `/pins/${ids[0]}/analytics?${query}`);
    const tooMany = await call(
      'GET',
      `/pins/analytics?pin_ids=${ids.slice(0, 101).join('&pin_ids=')}&${query}`,
    );

    expect(Object.keys(body)).toHaveLength(100);
    expect(body[ids[0] ?? '']).toEqual(alone);
    expect([tooMany.status, tooMany.body.code]).toEqual([400, 1]);
  });

  it('rank the top pins by what was asked for', async () => {
    const { body } = await call(
      'GET',
      `/user_account/analytics/top_pins?${days(30, 1)}&sort_by=SAVE&metric_types=SAVE&num_of_pins=5`,
    );

    const saves = body.pins.map((pin: { metrics: { SAVE: number } }) => pin.metrics.SAVE);
    expect(saves).toHaveLength(5);
    expect(saves).toEqual(saves.toSorted((one: number, other: number) => other - one));
  });
});
