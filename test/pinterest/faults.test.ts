// @vitest-environment node
import { readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { FaultKind } from './faults.ts';
import { type LocalPinterest, startPinterest } from './server.ts';
import { ask, basic, caller, picture, postForm } from './testing.ts';

const recordFile = path.join(os.tmpdir(), `local-pinterest-faults-${process.pid}.jsonl`);
let pinterest: LocalPinterest;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 3, pins: 0, recordFile });
});
afterAll(async () => {
  await pinterest.close();
  await rm(recordFile, { force: true });
});
beforeEach(() => {
  pinterest.reset();
  call = caller(pinterest);
});

async function pin() {
  const [board] = pinterest.ledger.boards('linda_kitchen');
  const data = (await picture()).toString('base64');
  return call('POST', '/pins', {
    board_id: board?.id,
    media_source: { source_type: 'image_base64', content_type: 'image/jpeg', data },
  });
}

const bearer = () => {
  const { access } = pinterest.signIn(['boards:read', 'boards:read_secret']);
  return { authorization: `Bearer ${access.value}` };
};

const made = () => pinterest.ledger.pins().length;

describe('faults', () => {
  it.each<[FaultKind, number]>([
    ['drop-before', 0],
    ['drop-after', 1],
  ])('%s closes the connection and makes %i pins', async (kind, count) => {
    pinterest.faults.add({ operation: 'pins/create', kind });

    await expect(pin()).rejects.toThrow('hang up');

    expect(made()).toBe(count);
    expect((await pin()).status).toBe(201);
  });

  it.each<[FaultKind, number]>([
    ['hold', 1],
    ['hold-before', 0],
  ])('%s answers when released, having made %i pins until then', async (kind, count) => {
    const id = pinterest.faults.add({ operation: 'pins/create', kind });
    const answer = pin();
    while (pinterest.faults.list()[0]?.waiting !== 1) await sleep(5);
    const before = made();
    pinterest.faults.release(id);

    expect([(await answer).status, before, made()]).toEqual([201, count, 1]);
  });

  it('status answers in place of the operation, as often as it says', async () => {
    const body = { code: 8, message: 'slow down', status: 'failure' };
    pinterest.faults.add({
      operation: 'pins/create',
      kind: 'status',
      status: 429,
      body,
      headers: { 'retry-after': '2' },
      times: 2,
    });

    const answers = [await pin(), await pin(), await pin()];

    expect(answers.map(({ status }) => status)).toEqual([429, 429, 201]);
    expect([answers[0]?.body, answers[0]?.headers['retry-after'], made()]).toEqual([body, '2', 1]);
  });

  it('after lets exchanges pass first', async () => {
    pinterest.faults.add({ operation: '*', kind: 'status', after: 1 });

    expect([(await pin()).status, (await pin()).status]).toEqual([201, 500]);
  });

  it('truncate does the work and cuts the reply', async () => {
    pinterest.faults.add({ operation: 'pins/create', kind: 'truncate', bytes: 20 });

    await expect(pin()).rejects.toThrow('aborted');
    expect(made()).toBe(1);
  });

  it('html answers 200 with a page', async () => {
    pinterest.faults.add({ operation: 'boards/list', kind: 'html' });

    const { status, headers } = await call('GET', '/boards');

    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('slow lets the reply trickle, whole', async () => {
    pinterest.faults.add({ operation: 'boards/list', kind: 'slow', bytes: 400, ms: 10 });

    const { body } = await call('GET', '/boards');

    expect(body.items.length).toBeGreaterThan(0);
  });

  it('what an app is granted can be changed from another process, but not what it is', async () => {
    await ask(`${pinterest.siteUrl}/control/app`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ environment: 'sandbox', id: 'another' }),
    });

    expect((await ask(`${pinterest.apiUrl}/search/boards`, { headers: bearer() })).status).toBe(
      404,
    );
    pinterest.reset();
    expect((await ask(`${pinterest.apiUrl}/search/boards`, { headers: bearer() })).status).toBe(
      200,
    );
  });

  it('can be set and released from another process', async () => {
    const control = `${pinterest.siteUrl}/control`;
    const post = (where: string, body: unknown) =>
      ask(`${control}${where}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { body } = await post('/faults', { operation: 'pins/create', kind: 'hold' });
    const answer = pin();
    while ((await ask(`${control}/faults`)).body[0].waiting !== 1) await sleep(5);
    await post('/faults', { release: body.id });

    expect((await answer).status).toBe(201);
    expect((await ask(`${control}/ledger?seeded=false`)).body.pins).toHaveLength(1);
  });
});

describe('the record', () => {
  it('has every exchange with its scopes, marks faults, and holds no secret', async () => {
    await rm(recordFile, { force: true });
    const { access, refresh } = pinterest.signIn(['boards:read']);
    await ask(`${pinterest.apiUrl}/boards`, {
      headers: { authorization: `Bearer ${access.value}` },
    });
    pinterest.faults.add({ operation: 'oauth/token', kind: 'drop-before' });
    const refreshing = () =>
      postForm(
        `${pinterest.apiUrl}/oauth/token`,
        { grant_type: 'refresh_token', refresh_token: refresh.value },
        basic(pinterest.app),
      );
    await refreshing().catch(() => undefined);
    const { body } = await refreshing();

    const text = await readFile(recordFile, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect(lines).toMatchObject([
      {
        method: 'GET',
        status: 200,
        scopes: ['boards:read'],
        requestHeaders: { authorization: 'Bearer pina_*****' },
      },
      { method: 'POST', fault: true },
      { method: 'POST', status: 200, requestHeaders: { authorization: 'Basic *****' } },
    ]);
    for (const secret of [
      access.value,
      refresh.value,
      body.access_token,
      body.refresh_token,
      basic(pinterest.app).authorization,
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
