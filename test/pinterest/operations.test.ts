// @vitest-environment node
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { operations } from './operations.ts';
import { type LocalPinterest, startPinterest } from './server.ts';
import { basic, caller, clip, daysAgo, picture, postFile, postForm } from './testing.ts';

const description =
  process.env['PINTEREST_OPENAPI'] ?? '../shared/contract/pinterest-openapi-5.23.0.json';
const checker = path.resolve(path.dirname(description), 'check.mjs');
const recordFile = path.join(os.tmpdir(), `local-pinterest-operations-${process.pid}.jsonl`);
let pinterest: LocalPinterest;

beforeAll(async () => {
  await rm(recordFile, { force: true });
  pinterest = await startPinterest({ port: 0, recordFile, processingMs: 0 });
});
afterAll(async () => {
  await pinterest.close();
  await rm(recordFile, { force: true });
});

/** Asks for every operation once or more; gives the statuses in order. */
async function tour(): Promise<number[]> {
  const statuses: number[] = [];
  const ask = caller(pinterest);
  const call = async (...of: Parameters<typeof ask>) => {
    const { status, body } = await ask(...of);
    statuses.push(status);
    return body;
  };
  const data = (await picture()).toString('base64');
  const media = { source_type: 'image_base64', content_type: 'image/jpeg', data };
  const days = `start_date=${daysAgo(30)}&end_date=${daysAgo(0)}`;

  const account = await call('GET', '/user_account');
  const board = await call('POST', '/boards', {
    name: 'A new board',
    description: 'For the tour',
    privacy: 'SECRET',
  });
  const section = await call('POST', `/boards/${board.id}/sections`, { name: 'A section' });
  const place = { board_id: board.id, board_section_id: section.id };
  const pin = await call('POST', '/pins', {
    ...place,
    title: 'A pin',
    link: 'https://example.com/',
    media_source: media,
  });
  await call('POST', '/pins', {
    board_id: board.id,
    media_source: {
      source_type: 'multiple_image_base64',
      items: [
        { content_type: 'image/jpeg', data, title: 'One' },
        { content_type: 'image/jpeg', data },
      ],
    },
  });
  const url = new URL('/photos/black-canyon-800.jpg', pinterest.pages.nopin).href;
  await call('POST', '/pins', {
    board_id: board.id,
    media_source: { source_type: 'multiple_image_urls', items: [{ url }, { url }] },
  });
  const upload = await call('POST', '/media', { media_type: 'video' });
  await postFile(upload.upload_url, Object.entries<string>(upload.upload_parameters), clip());
  const video = await call('POST', '/pins', {
    board_id: board.id,
    media_source: {
      source_type: 'video_id',
      media_id: upload.media_id,
      cover_image_content_type: 'image/jpeg',
      cover_image_data: data,
    },
  });
  await call('POST', `/pins/${pin.id}/save`, { board_id: board.id });
  for (const route of [
    `/boards?page_size=250&privacy=SECRET`,
    `/boards/${board.id}`,
    `/boards/${board.id}/pins?pin_metrics=true&page_size=2`,
    `/boards/${board.id}/sections`,
    `/boards/${board.id}/sections/${section.id}/pins`,
    '/media',
    `/media/${upload.media_id}`,
    '/pins?creative_types=CAROUSEL&pin_metrics=true',
    '/pins',
    `/pins/${pin.id}?pin_metrics=true`,
    `/pins/${video.id}`,
    `/pins/${pin.id}/analytics?${days}&metric_types=IMPRESSION,SAVE,TOTAL_REACTIONS&split_field=APP_TYPE`,
    `/pins/${video.id}/analytics?${days}&metric_types=VIDEO_MRC_VIEW,VIDEO_AVG_WATCH_TIME`,
    `/pins/analytics?pin_ids=${pin.id}&pin_ids=${pinterest.ledger.pins({ owner: 'linda_kitchen', seeded: true })[0]?.id}&${days}&metric_types=IMPRESSION`,
    '/search/boards?query=kitchen',
    '/search/pins?query=house',
    `/user_account/analytics?${days}`,
    `/user_account/analytics/top_pins?${days}&sort_by=IMPRESSION`,
    `/user_account/analytics/top_video_pins?${days}&sort_by=VIDEO_START`,
    '/user_account/businesses',
    '/user_account/followers?page_size=2',
    '/user_account/following',
    '/user_account/following/boards',
    '/user_account/websites',
    '/user_account/websites/verification',
    `/users/${account.username}/interests/follow`,
    '/ad_accounts',
  ]) {
    await call('GET', route);
  }
  const [ads] = (await call('GET', '/ad_accounts')).items;
  const adPeriod = { start_date: daysAgo(10), end_date: daysAgo(1), granularity: 'WEEK' };
  const columns = ['SPEND_IN_DOLLAR', 'TOTAL_IMPRESSION'];
  const order = await call('POST', `/ad_accounts/${ads.id}/reports`, {
    ...adPeriod,
    columns,
    level: 'ADVERTISER',
  });
  for (const route of [
    '',
    `/analytics?${new URLSearchParams({ ...adPeriod, columns: columns.join(',') }).toString()}`,
    `/reports?token=${order.token}`,
    '/reports?token=unknown',
    '/audience_insights?audience_insight_type=YOUR_TOTAL_AUDIENCE',
    '/insights/audiences',
  ]) {
    await call('GET', `/ad_accounts/${ads.id}${route}`);
  }
  await call('GET', '/resources/delivery_metrics?report_type=ASYNC');
  await call('POST', '/user_account/following/tom_travels', { auto_follow: false });
  await call('POST', '/user_account/websites', {
    website: 'example.com',
    verification_method: 'METATAG',
  });
  await call('DELETE', '/user_account/websites?website=example.com');
  await call('PATCH', `/boards/${board.id}`, { name: 'Renamed', privacy: 'PUBLIC' });
  await call('PATCH', `/boards/${board.id}/sections/${section.id}`, { name: 'Renamed' });
  await call('PATCH', `/pins/${pin.id}`, { title: 'Renamed', board_section_id: null });
  await call('DELETE', `/pins/${pin.id}`);
  await call('DELETE', `/boards/${board.id}/sections/${section.id}`);
  await call('DELETE', `/boards/${board.id}`);
  return statuses;
}

/** Asks for what Pinterest refuses, in requests that themselves are in order. */
async function refusals(): Promise<number[]> {
  const call = caller(pinterest);
  const few = caller(pinterest, ['pins:read']);
  const { refresh } = pinterest.signIn(['boards:read']);
  const token = (fields: Record<string, string>, app = pinterest.app) =>
    postForm(`${pinterest.apiUrl}/oauth/token`, fields, basic(app));
  const renewal = { grant_type: 'refresh_token', refresh_token: refresh.value };
  const answers = [
    await call('GET', '/boards/1'),
    await call('GET', '/pins/1'),
    await call('POST', '/boards', { name: 'Kitchen ideas' }),
    await call('GET', `/user_account/analytics?start_date=2020-01-01&end_date=2020-01-02`),
    await few('GET', '/boards'),
    await token({ grant_type: 'client_credentials', scope: 'boards:read' }),
    await token(renewal),
    await token(renewal),
    await token(renewal, { ...pinterest.app, secret: 'wrong' }),
    await postForm(
      `${pinterest.apiUrl}/oauth/token/revoke`,
      { token: 'pinr_x' },
      basic(pinterest.app),
    ),
  ];
  return answers.map(({ status }) => status);
}

describe('every operation', () => {
  it('is answered, and as Pinterest’s own description says', async () => {
    const statuses = await tour();
    const refused = await refusals();

    expect(statuses.filter((status) => status >= 300)).toEqual([]);
    expect(refused).toEqual([404, 404, 400, 400, 401, 200, 200, 401, 401, 403]);
    for (const operation of operations.keys())
      expect([operation, pinterest.ledger.requests(operation)]).not.toEqual([operation, 0]);
    if (!existsSync(checker)) {
      console.log(
        'Not held against Pinterest’s description: set PINTEREST_OPENAPI to its file, beside check.mjs.',
      );
      return;
    }
    const { stdout } = await promisify(execFile)(process.execPath, [checker, recordFile]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout.trim()).toMatch(/^contract: \d+ exchanges, \d+ operations, 0 violations$/);
  });
});
