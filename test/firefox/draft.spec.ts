import { unit } from '../pinterest/random.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';

/** What was typed this long before the popup closed is kept, ms. */
const KEPT_AFTER_MS = 300;
const CLOSINGS = 4;

test('a popup that is closed at any moment in Firefox loses no letter typed 300 ms before', async ({
  connected: person,
  pinterest,
}) => {
  test.setTimeout(180_000);
  let drawn = 0;
  const random = () => unit(`closing in Firefox ${(drawn += 1)}`);
  const title = { role: 'textbox', name: 'Title' } as const;
  await person.visit(pinterest.pages.recipe);
  for (let closing = 0; closing < CLOSINGS; closing += 1) {
    const popup = await person.openPopup();
    await popup.click(title);
    await popup.press('Control+a');
    const times: number[] = [];
    let text = '';
    const until = performance.now() + 200 + random() * 1500;
    while (performance.now() < until) {
      const letter = String.fromCodePoint(97 + Math.floor(random() * 26));
      await popup.type(letter);
      text += letter;
      times.push(performance.now());
    }
    const closedAt = performance.now();
    await person.window.tidy();
    if (closing === CLOSINGS - 1) await person.window.stopBackground();
    const kept = times.filter((at) => closedAt - at > KEPT_AFTER_MS).length;
    const { value } = await (await person.openPopup()).see(title);
    expect(text.startsWith(value), `"${value}" of "${text}"`).toBe(true);
    expect(value.length, `"${value}" of "${text}"`).toBeGreaterThanOrEqual(kept);
    await person.window.tidy();
  }
});

test('one draft goes from the popup to a window and on to the sidebar of Firefox, to the letter', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup();
  await popup.click({ role: 'textbox', name: 'Title' });
  await popup.press('Control+a');
  await popup.type('Begun in the popup');
  await popup.click({ role: 'button', name: 'Open in a window' });
  const wide = await person.seeTab(({ url }) => url.includes('/compose.html'), 'the window');
  await wide.show();
  expect((await wide.see({ role: 'textbox', name: 'Title' })).value).toBe('Begun in the popup');
  await wide.see({ role: 'option', name: '/./' });
  expect(await accessibilityFaults(wide)).toEqual([]);
  await wide.click({ role: 'textbox', name: 'Alt text' });
  await wide.press('Control+a');
  await wide.type('Written in the window');
  // The window may be gone before the click has returned.
  await wide.click({ role: 'button', name: 'Go on in the side panel' }).catch(() => undefined);
  await expect.poll(() => person.sidebar.isOpen()).toBe(true);
  const { sidebar } = person;
  const alt = async () => (await sidebar.see({ role: 'textbox', name: 'Alt text' })).value;
  await expect.poll(alt).toBe('Written in the window');
  // The page's pictures are options as well, and stay.
  const board = { role: 'option', name: '/^Kitchen ideas,/' } as const;
  await sidebar.click({ role: 'combobox', name: 'Board' });
  await sidebar.type('kit');
  await sidebar.see(board);
  await sidebar.press('Enter');
  await expect.poll(() => sidebar.has(board)).toBe(false);
  await sidebar.press('Enter');
  await sidebar.click({ role: 'button', name: 'Yes, mine to publish' });
  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }), { timeout: 30_000 })
    .toMatchObject([{ title: 'Begun in the popup', altText: 'Written in the window' }]);
});
