// @vitest-environment node
import { rm } from 'node:fs/promises';
import path from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createClient, type PinterestClient } from '../../lib/pinterest/client';
import { endpoints, type OperationId } from '../../lib/pinterest/endpoints';
import { root } from '../../scripts/run.ts';
import { scopeWords } from '../pinterest/operations.ts';
import { startPinterest, type LocalPinterest } from '../pinterest/server.ts';

const recordFile = path.join(root, '.output/test/conformance.jsonl');
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const period = { start_date: day(20), end_date: day(1) };

let pinterest: LocalPinterest;
let token: string;

function clientWith(accessToken: string): PinterestClient {
  return createClient({
    // By its number: not every machine's resolver knows the names below localhost.
    apiUrl: `http://127.0.0.1:${pinterest.port}/v5`,
    accessToken: async () => accessToken,
    renewToken: async () => accessToken,
    fetch: (...args) => fetch(...args),
    isOnline: () => true,
    lanes: { pausedUntil: async () => 0, pause: async () => undefined },
  });
}

beforeAll(async () => {
  await rm(recordFile, { force: true });
  pinterest = await startPinterest({ port: 0, recordFile, processingMs: 50 });
});
afterAll(() => pinterest.close());
beforeEach(() => {
  pinterest.reset();
  token = pinterest.signIn(Object.keys(scopeWords)).access.value;
});

async function picture() {
  const raw = { create: { width: 300, height: 450, channels: 3 as const, background: '#b98226' } };
  const bytes = await sharp(raw).jpeg().toBuffer();
  const data = bytes.toString('base64');
  return { source_type: 'image_base64', content_type: 'image/jpeg', data } as const;
}

/** Calls every operation once in an order in which each has what it needs. */
async function callAll(client: PinterestClient): Promise<void> {
  const { call } = client;
  const board = await call('boards/create', { name: 'Conformance', privacy: 'PUBLIC' });
  const { id: board_id } = board;
  await call('boards/list', { page_size: 5, privacy: 'ALL' });
  await call('boards/get', { board_id });
  await call('boards/update', { board_id, name: 'Conformance 2', description: 'All of it' });
  const { id: section_id } = await call('board_sections/create', { board_id, name: 'One' });
  await call('board_sections/list', { board_id });
  await call('board_sections/update', { board_id, section_id, name: 'Two' });
  const pin = await call('pins/create', {
    board_id,
    board_section_id: section_id,
    title: 'A pin',
    media_source: await picture(),
  });
  const { id: pin_id } = pin;
  await call('board_sections/list_pins', { board_id, section_id });
  await call('boards/list_pins', { board_id });
  await call('pins/get', { pin_id });
  await call('pins/list', { page_size: 3 });
  await call('pins/update', { pin_id, title: 'Another title' });
  await call('pins/save', { pin_id, board_id });
  const metric_types = ['IMPRESSION', 'SAVE'];
  await call('pins/analytics', { pin_id, metric_types, ...period });
  await call('multi_pins/analytics', { pin_ids: [pin_id], metric_types, ...period });
  await call('search_user_pins/list', { query: 'title' });
  await call('search_user_boards/get', { query: 'Conformance' });
  await callMediaAndAccount(client);
  await callAds(client);
  await call('pins/delete', { pin_id });
  await call('board_sections/delete', { board_id, section_id });
  await call('boards/delete', { board_id });
}

async function callMediaAndAccount({ call }: PinterestClient): Promise<void> {
  const { media_id } = await call('media/create', { media_type: 'video' });
  await call('media/get', { media_id });
  await call('media/list', {});
  const { username } = await call('user_account/get', {});
  await call('user_account/analytics', { metric_types: ['IMPRESSION'], ...period });
  const top = { sort_by: 'IMPRESSION', num_of_pins: 5, ...period };
  await call('user_account/analytics/top_pins', top);
  await call('user_account/analytics/top_video_pins', top);
  expect(Array.isArray(await call('linked_business_accounts/get', {}))).toBe(true);
  await call('followers/list', {});
  await call('user_following/get', {});
  await call('boards_user_follows/list', {});
  await call('user_account/followed_interests', { username });
  await call('user_websites/get', {});
}

async function callAds({ call }: PinterestClient): Promise<void> {
  const { items } = await call('ad_accounts/list', {});
  const ad_account_id = items[0]?.id ?? '';
  await call('ad_accounts/get', { ad_account_id });
  const columns = ['SPEND_IN_DOLLAR', 'TOTAL_IMPRESSION', 'CTR'];
  const rows = await call('ad_account/analytics', {
    ad_account_id,
    columns,
    granularity: 'DAY',
    ...period,
  });
  expect(rows).toHaveLength(20);
  const order = await call('analytics/create_report', {
    ad_account_id,
    columns,
    granularity: 'DAY',
    level: 'CAMPAIGN',
    ...period,
  });
  const ask = { ad_account_id, token: order.token ?? '' };
  expect(await call('analytics/get_report', ask)).toMatchObject({ report_status: 'IN_PROGRESS' });
  await expect
    .poll(async () => (await call('analytics/get_report', ask)).report_status)
    .toBe('FINISHED');
  await call('delivery_metrics/get', { report_type: 'SYNC' });
  await call('audience_insights_scope_and_type/get', { ad_account_id });
  await call('audience_insights/get', {
    ad_account_id,
    audience_insight_type: 'YOUR_TOTAL_AUDIENCE',
  });
}

const rows = Object.entries(endpoints) as [OperationId, (typeof endpoints)[OperationId]][];

/** What each operation was last asked with where it succeeded; refusals are asked for with the same. */
const inputs = new Map<OperationId, object>();

/** Notes what goes by. */
const noting = (client: PinterestClient): PinterestClient => ({
  ...client,
  call: (id, input, options) => {
    inputs.set(id, input as object);
    return client.call(id, input, options);
  },
});

const inputOf = (id: OperationId) => inputs.get(id) as never;

describe('every operation', () => {
  it('succeeds with all scopes', async () => {
    await callAll(noting(clientWith(token)));

    const missed = rows.map(([id]) => id).filter((id) => pinterest.ledger.requests(id) === 0);
    expect(missed).toEqual([]);
  });

  it.each(rows)('%s asks for the scopes that it needs', async (id, { scopes }) => {
    for (const scope of scopes) {
      const others = Object.keys(scopeWords).filter((name) => name !== scope);
      const poor = clientWith(pinterest.signIn(others).access.value);
      await expect(poor.call(id, inputOf(id))).rejects.toMatchObject({
        code: 'auth/missing-scope',
      });
    }
  });

  it.each(rows)('%s says so where nobody is signed in', async (id) => {
    await expect(clientWith('pina_gone').call(id, inputOf(id))).rejects.toMatchObject({
      code: 'auth/signed-out',
    });
  });

  it.each(rows)(
    '%s gives one clear error where a reply is cut or not Pinterest’s',
    async (id, row) => {
      for (const kind of ['html', 'drop-before'] as const) {
        pinterest.faults.add({ operation: id, kind });
        const code = await clientWith(token)
          .call(id, inputOf(id))
          .then(
            () => 'none',
            (error: { code: string }) => error.code,
          );
        const expected =
          row.whenLost === 'unknown'
            ? 'api/outcome-unknown'
            : kind === 'html'
              ? 'api/unreadable-reply'
              : 'network/unreachable';
        // What has no body has none to be read: the status says it.
        expect([kind, code]).toEqual([kind, expected]);
      }
    },
  );
});

/** What Pinterest answers any operation where something is wrong, and what Tack makes of it. */
const refusals = [
  { status: 400, body: { code: 1, message: 'Invalid request' }, becomes: 'api/rejected' },
  {
    status: 403,
    body: { code: 29, message: 'You have Trial access' },
    becomes: 'api/trial-access',
  },
  { status: 404, body: { code: 40, message: 'Board not found.' }, becomes: 'api/not-found' },
  { status: 409, body: { code: 32, message: 'Conflict' }, becomes: 'api/conflict' },
  { status: 429, body: { code: 8, message: 'Rate limit.' }, becomes: 'api/rate-limited' },
  { status: 500, body: { code: 12, message: 'Something went wrong' }, becomes: 'api/unavailable' },
  { status: 503, body: { code: 2, message: 'Maintenance' }, becomes: 'api/unavailable' },
] as const;

describe('a refusal', () => {
  const cases = rows.flatMap(([id, row]) =>
    refusals.map(({ status, body, becomes }) => ({ id, row, status, body, becomes })),
  );

  it.each(cases)('$status of $id becomes $becomes', async ({ id, row, status, body, becomes }) => {
    pinterest.faults.add({ operation: id, kind: 'status', status, body });
    // What may have been carried out all the same is to be found out.
    const mayHaveRun = status >= 500 || status === 409;
    const code = mayHaveRun && row.whenLost === 'unknown' ? 'api/outcome-unknown' : becomes;

    await expect(clientWith(token).call(id, inputOf(id))).rejects.toMatchObject({ code });
  });
});

describe('what an app was not granted', () => {
  it.each(rows.filter(([, { isBeta }]) => isBeta))('%s is named as restricted', async (id) => {
    pinterest.setApp({ hasBeta: false });
    await expect(clientWith(token).call(id, inputOf(id))).rejects.toMatchObject({
      code: 'api/restricted-feature',
    });
  });

  it.each(rows.filter(([, { inSandbox }]) => !inSandbox))(
    '%s is not in the sandbox',
    async (id) => {
      pinterest.setApp({ environment: 'sandbox' });
      await expect(clientWith(token).call(id, inputOf(id))).rejects.toMatchObject({
        code: 'api/not-found',
      });
    },
  );

  it('a trial app is told that it may not create pins', async () => {
    pinterest.setApp({ access: 'trial' });
    const client = clientWith(token);
    const { items } = await client.call('boards/list', {});
    const board_id = items[0]?.id ?? '';
    await expect(
      client.call('pins/create', { board_id, media_source: await picture() }),
    ).rejects.toMatchObject({ code: 'api/trial-access' });
  });
});
