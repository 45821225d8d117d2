import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { GetObjectCommand } from '@aws-sdk/client-s3';

import { clip, postFile } from '../pinterest/testing.ts';
import { signForm, type FormFields } from '../pinterest/upload-form.ts';
import type { UploadPage } from './browser.ts';
import type { Outcome } from './page.ts';
import type { Gateway } from './radosgw.ts';

interface Case {
  name: string;
  /** How long the form is good, in seconds; an hour by default, as Pinterest's is. */
  seconds?: number;
  bytes?: number;
  change?: (fields: FormFields) => FormFields;
  /** What the product has to write into the job's row. */
  expected: { stage: string; kind?: 'waiting' | 'held'; code?: string; data?: object };
}

const MOST = 30_000_000;
const there = { stage: 'uploaded' };
const again = (reason: string) => ({
  stage: 'prepared',
  kind: 'waiting' as const,
  code: 'media/upload-refused',
  data: { status: 403, reason },
});
const refused = (reason: string) => ({
  stage: 'prepared',
  kind: 'held' as const,
  code: 'media/upload-refused',
  data: { status: 400, reason },
});

const put = (name: string, value: string) => (fields: FormFields) =>
  fields.map(([known, old]): [string, string] => [known, known === name ? value : old]);
const without = (name: string) => (fields: FormFields) =>
  fields.filter(([known]) => known !== name);

/** Each is one upload by the product, whose end has to be the one that the product makes of S3's own answer. */
const cases: readonly Case[] = [
  { name: 'a form as Pinterest gives it', bytes: 20_000_000, expected: there },
  { name: 'its fields in another order', change: (fields) => fields.toReversed(), expected: there },
  { name: 'as large as may be', bytes: MOST, expected: there },
  {
    name: 'too large',
    bytes: MOST + 1,
    expected: { stage: 'prepared', kind: 'held', code: 'media/video-too-large' },
  },
  { name: 'empty', bytes: 0, expected: refused('EntityTooSmall') },
  { name: 'policy expired', seconds: -60, expected: again('AccessDenied') },
  {
    name: 'wrong signature',
    change: put('x-amz-signature', '0'.repeat(64)),
    expected: again('AccessDenied'),
  },
  { name: 'no policy', change: without('policy'), expected: again('AccessDenied') },
  { name: 'another key', change: put('key', 'uploads/other'), expected: again('AccessDenied') },
  {
    name: 'another content type',
    change: put('Content-Type', 'video/mp4'),
    expected: again('AccessDenied'),
  },
  {
    name: 'a field that the policy does not name',
    change: (fields) => [...fields, ['acl', 'public-read']],
    expected: again('AccessDenied'),
  },
];

/** Runs all cases and gives those that went wrong. */
export async function runCases(
  gateway: Gateway,
  page: UploadPage,
  say: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  let [passed, failed] = [0, 0];
  const check = async (name: string, what: () => Promise<void>) => {
    try {
      await what();
      passed += 1;
      say(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      say(`FAIL  ${name}\n${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const [index, one] of cases.entries()) {
    await check(one.name, () => runCase(gateway, page, one, index));
  }
  await check('fields after the file are not read', () => fileFirst(gateway));
  return { passed, failed };
}

async function runCase(gateway: Gateway, page: UploadPage, one: Case, index: number) {
  const key = `uploads/${index}`;
  const seconds = one.seconds ?? 3600;
  const signedAt = Date.now();
  const fields = await signForm(gateway, { key, seconds, most: MOST });
  const uploadUrl = `${gateway.url}/${gateway.bucket}`;
  const outcome = await page.upload({
    id: `film-${index}`,
    uploadUrl,
    fields: one.change?.(fields) ?? fields,
    bytes: one.bytes ?? 5000,
  });
  const { pause } = outcome;
  const because: { code?: string; data?: unknown } = pause?.because ?? {};
  const { stage, ...expected } = one.expected;
  assert.equal(outcome.stage, stage, JSON.stringify(outcome));
  assert.partialDeepStrictEqual({ kind: pause?.kind, ...because }, { ...expected });
  if (outcome.expiresAt !== null) {
    const off = Math.abs(outcome.expiresAt - signedAt - seconds * 1000);
    assert.ok(off < 5000, 'the policy’s end was read wrong');
  }
  if (stage === 'uploaded') await isKept(gateway, key, outcome);
}

/** The bytes at the other end are those that were on the disk. */
async function isKept({ client, bucket }: Gateway, key: string, { sha256 }: Outcome) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const bytes = await Body?.transformToByteArray();
  assert.equal(
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex'),
    sha256,
  );
}

/** Why the product sends the file last. Pinterest’s stand-in in `test/pinterest` refuses it with another code. */
async function fileFirst(gateway: Gateway): Promise<void> {
  const fields = await signForm(gateway, { key: 'uploads/first', seconds: 3600, most: MOST });
  const { status, text } = await postFile(`${gateway.url}/${gateway.bucket}`, fields, clip(), true);
  assert.equal(status, 400);
  assert.match(text, /<Code>InvalidArgument<\/Code>/);
}
