import { describe, expect, it } from 'vitest';

import type { Registered } from './types';
import { expiryOf, formOf, isFormGood, requireKnownHost } from './upload-form';

const HOST = 'https://uploads.example';
const policy = (value: unknown) => btoa(JSON.stringify(value));
const fields = { key: 'a/b', policy: policy({ expiration: '2026-11-25T12:00:00.000Z' }) };
const noon = Date.UTC(2026, 10, 25, 12);

describe('an upload form', () => {
  // N15
  it('keeps the order of its fields, and says how long it is good', () => {
    const upload_parameters = { 'Content-Type': 'multipart/form-data', ...fields };

    const form = formOf({ media_id: '7', upload_url: `${HOST}/`, upload_parameters }, [HOST], 5);

    expect(form.fields.map(([name]) => name)).toEqual(['Content-Type', 'key', 'policy']);
    expect(form).toMatchObject({ mediaId: '7', expiresAt: noon, registeredAt: 5 });
  });

  // N17
  it.each([
    'https://uploads.example.evil/',
    'http://uploads.example/',
    'https://other.example/',
    'https://uploads.example:8443/',
    'https://me:secret@uploads.example/',
    'https://uploads.example@other.example/',
  ])('is refused where it leads to another host: %s', (upload_url) => {
    const reply = { media_id: '7', upload_url, upload_parameters: fields };

    expect(() => formOf(reply, [HOST], 0)).toThrow('media/upload-host');
    expect(() => requireKnownHost(upload_url, [HOST])).toThrow('media/upload-host');
  });

  it('is none where Pinterest gave none', () => {
    expect(() => formOf({ media_id: '7' }, [HOST], 0)).toThrow('api/unreadable-reply');
  });

  // N17
  it('is refused where it brings a file of its own', () => {
    const upload_parameters = { ...fields, File: 'not the person’s' };
    const reply = { media_id: '7', upload_url: `${HOST}/`, upload_parameters };

    expect(() => formOf(reply, [HOST], 0)).toThrow('api/unreadable-reply');
  });

  it.each(['', '%%%', btoa('text'), policy({}), policy({ expiration: 'soon' }), policy(null)])(
    'does not say how long it is good where its policy does not: %s',
    (text) => {
      expect(expiryOf(text)).toBeNull();
    },
  );
});

describe('a form', () => {
  const form = (more: Partial<Registered>): Registered => ({
    name: 'registered',
    mediaId: '7',
    uploadUrl: HOST,
    fields: [],
    expiresAt: noon,
    registeredAt: 0,
    startedAt: null,
    ...more,
  });
  const at = (serverNow: number, now = 10_000_000) => ({ now, serverNow });

  it('is used to its end where it was only just given', () => {
    expect(isFormGood(form({}), 2e9, at(noon - 1_000, 5_000))).toBe(true);
    expect(isFormGood(form({}), 2e9, at(noon, 5_000))).toBe(false);
  });

  it('is renewed where too little time is left for a slow line', () => {
    const used = form({ startedAt: 1 });
    expect(isFormGood(used, 300e6, at(noon - 7 * 60_000))).toBe(true);
    expect(isFormGood(used, 300e6, at(noon - 5 * 60_000))).toBe(false);
  });

  it('is not renewed for ever because a video is large', () => {
    expect(isFormGood(form({ startedAt: 1 }), 2e9, at(noon - 50 * 60_000))).toBe(true);
  });

  it('is taken as good where it does not say how long it is', () => {
    expect(isFormGood(form({ expiresAt: null, startedAt: 1 }), 2e9, at(noon))).toBe(true);
  });
});
