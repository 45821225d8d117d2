import { expect, test } from './fixtures.ts';

test('a picture of a host that lets others read it is pinned with its bytes', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.shop);
  const lazy = 'img[data-src*="/open/"]';
  const isShown = (css: string) => {
    const image = document.querySelector<HTMLImageElement>(css);
    image?.scrollIntoView({ block: 'center' });
    return image?.currentSrc.includes('/open/') && image.naturalWidth > 1;
  };
  await expect.poll(() => page.run(isShown, lazy)).toBe(true);
  const popup = await person.pinFromMenu(page, lazy);
  await person.pinTo(popup, 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  const [pin] = pinterest.ledger.pins({ seeded: false });
  expect(pin).toMatchObject({ kind: 'image', contentType: 'image/jpeg' });
});

test('a picture that nobody gives is cropped from the screen, and said to be', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(`${pinterest.pages.studio}/kept`);
  const popup = await person.openPopup();
  await popup.click({ role: 'button', name: 'Other' });
  await popup.click({ role: 'option', name: '/^Kept work/' });
  await popup.says('Nobody lets Tack read this picture');
  await popup.click({ role: 'button', name: 'Use a picture of the screen' });
  await popup.says('480 × 320 · cropped from the screen');
  await person.pinTo(popup, 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  const [pin] = pinterest.ledger.pins({ seeded: false });
  expect(pin).toMatchObject({ contentType: 'image/png', width: 480, height: 320 });
});

test('a WebP is converted in the background page, which has no document beside it', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(`${pinterest.pages.studio}/one/p3.webp`);
  const popup = await person.openPopup();
  await person.pinTo(popup, 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ contentType: 'image/jpeg' }]);
});
