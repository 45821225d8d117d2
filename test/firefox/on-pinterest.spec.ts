import { waitFor } from '../e2e/harness/wait.ts';
import { expect, test } from './fixtures.ts';

test('on Pinterest a pin in a grid and one on its page are saved to a board, and nothing is uploaded', async ({
  connected: person,
  pinterest: { ledger, siteUrl },
}) => {
  const page = await person.visit(`${siteUrl}/`);
  const [first = '', second = ''] = await page.run(
    () =>
      [...document.querySelectorAll('.pins a')]
        .slice(1, 3)
        .map((link) => link.getAttribute('href') ?? ''),
    null,
  );
  const saved = () =>
    ledger
      .pins({ seeded: false })
      .map(({ board, parentPinId }) => `${board}: /pin/${parentPinId}/`)
      .toReversed();
  const popup = await person.pinFromMenu(page, `.pins a[href="${first}"] img`, 'Save this Pin to…');
  await person.pinTo(popup, 'cheese');
  await expect.poll(saved, { timeout: 30_000 }).toEqual([`Cheese: ${first}`]);
  await person.window.tidy();

  await person.visit(`${siteUrl}${second}`);
  await person.pinTo(await person.openPopup(), 'bread');
  await expect.poll(saved, { timeout: 30_000 }).toEqual([`Cheese: ${first}`, `Bread: ${second}`]);
  expect(ledger.requests('pins/save')).toBe(2);
  expect(ledger.requests('pins/create')).toBe(0);
  expect(ledger.requests('media/create')).toBe(0);
});

test('the address bar finds a board in spite of a slip of the finger, and leads to it', async ({
  connected: person,
  pinterest: { ledger, pages },
}) => {
  const { window } = person;
  await person.visit(pages.recipe);
  await (await person.openPopup()).see({ role: 'combobox', name: 'Board' });
  await window.tidy();
  const suggests = (wanted: string) =>
    waitFor(async () => (await window.suggestions()).includes(wanted) || undefined, {
      for: `the address bar to suggest ${wanted}`,
    }).catch(async (error: Error) => {
      const rows = (await window.suggestions()).join(' | ');
      throw new Error(`${error.message} It suggests: ${rows}`, { cause: error });
    });
  await window.typeAddress('tack kicthen');
  await suggests('Kitchen ideas');
  await window.pressInAddressBar('ArrowDown');
  await suggests('> Kitchen ideas');
  await window.pressInAddressBar('Enter');
  const kitchen = ledger.boards('linda_kitchen').find(({ name }) => name === 'Kitchen ideas');
  const library = await person.seeTab(
    ({ url }) => url.endsWith(`/sidepanel.html#board=${kitchen?.id}`),
    'the library',
  );
  await library.see({ role: 'button', name: 'Edit board' });

  // A board's whole name needs no row; what is none is searched for.
  await person.visit(pages.recipe);
  await window.typeAddress('tack bread');
  await suggests('Bread');
  await window.pressInAddressBar('Enter');
  await (
    await person.seeTab(({ url }) => url.includes('/sidepanel.html#board='), 'the library')
  ).says('Bread');
  await person.visit(pages.recipe);
  await window.typeAddress('tack panna cotta');
  await suggests('Search my pins for “panna cotta”');
  await window.pressInAddressBar('Enter');
  await (
    await person.seeTab(({ url }) => url.includes('/sidepanel.html#search='), 'the search')
  ).says('panna cotta');
});
