import { expect, test } from './fixtures.ts';

test('two pictures that are chosen in the picker become two pins', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup();
  await popup.click({ role: 'button', name: 'Other' });
  await popup.see({ role: 'option', name: '/./' });
  const focusFirst = () => {
    const tile = document.querySelector<HTMLElement>('.picker-grid [role="option"]');
    tile?.focus();
    return tile !== null && document.activeElement === tile;
  };
  await expect.poll(() => popup.run(focusFirst, null)).toBe(true);
  await popup.press(' ');
  await popup.press('ArrowRight');
  await popup.press(' ');
  await popup.click({ role: 'button', name: 'Use these 2 pictures' });
  await person.pinTo(popup, 'kit');

  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }).length, { timeout: 40_000 })
    .toBe(2);
});
