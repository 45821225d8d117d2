import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test } from './fixtures.ts';
import type { Person } from './harness/person.ts';
import { pinned } from './harness/received.ts';

/** Turns images by id on in the settings, where it says whether they were refused. */
async function turnOn(person: Person) {
  const settings = await person.openExtensionPage('options.html');
  const upload = settings.getByRole('switch', { name: /Upload images ahead of their pin/ });
  await upload.press('Space');
  await expect(upload).toBeChecked();
  return settings;
}

async function pinThePhoto(person: Person, pinterest: LocalPinterest) {
  const page = await person.visit(pinterest.pages.recipe);
  const { pin } = await pinned(person, pinterest, page, await person.openPopup(page));
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  expect(pin).toMatchObject({ kind: 'image', width: 1600, contentType: 'image/jpeg' });
  return pin;
}

test('a photo is uploaded ahead of its pin, and is one pin of the bytes that were sent', async ({
  connected: person,
  pinterest,
}) => {
  const settings = await turnOn(person);
  const pin = await pinThePhoto(person, pinterest);

  expect(pinterest.ledger.media()).toMatchObject([
    { id: pin.mediaId, received: { sha256: pin.sha256 } },
  ]);
  await expect(settings.getByText('Refused by')).toHaveCount(0);
});

test('a photo that is refused ahead of its pin is one pin all the same, and the next is not tried so', async ({
  connected: person,
  pinterest,
}) => {
  pinterest.setApp({ takesImageIds: false });
  const settings = await turnOn(person);
  const pin = await pinThePhoto(person, pinterest);

  expect(pin.mediaId).toBeNull();
  expect(pinterest.ledger.requests('media/create')).toBe(1);
  await expect(settings.getByText('Refused by: LOCAL')).toBeVisible();
});
