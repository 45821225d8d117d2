import { findCommand } from '../../scripts/browser.mjs';
import { expect, test } from './fixtures.ts';
import { compose, expectOnePin, video } from './harness/video.ts';

test.skip(!findCommand('ffmpeg'), 'ffmpeg is not here, and videos are made with it');

// K10, N01
test('an upload whose line breaks half-way in Firefox is one pin all the same', async ({
  connected: person,
  pinterest,
}, testInfo) => {
  const file = await video(testInfo);
  const view = await compose(person, pinterest, file);
  pinterest.faults.add({ operation: 's3', kind: 'drop-during', bytes: 2_000_000 });
  await person.pinTo(view, 'kit');

  await expectOnePin(pinterest, file);
  expect(pinterest.ledger.requests('s3')).toBeGreaterThan(1);
});

test('a lost answer of the upload host sends no byte twice from Firefox', async ({
  connected: person,
  pinterest,
}, testInfo) => {
  const file = await video(testInfo);
  const view = await compose(person, pinterest, file);
  pinterest.faults.add({ operation: 's3', kind: 'drop-after' });
  await person.pinTo(view, 'kit');

  await expectOnePin(pinterest, file);
  expect(pinterest.ledger.requests('media/create')).toBe(1);
});
