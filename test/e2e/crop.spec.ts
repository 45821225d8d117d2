import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn } from './harness/views.ts';

test('a picture is cropped by keys, and what goes out is that part', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await popup.getByText(/^1,600 × .*was 600 px/s).waitFor();
  await composerIn(popup).altText.fill('');
  await popup.getByText('It has no alt text.').first().press('Enter');
  await popup.getByRole('button', { name: 'Suggest one' }).press('Enter');
  await expect(composerIn(popup).altText).toHaveValue(/flowering onion/);

  await popup.getByRole('button', { name: 'Crop…' }).press('Enter');
  const dialog = popup.getByRole('dialog', { name: 'Which part is pinned?' });
  await dialog.getByRole('radio', { name: '1:1' }).press('Space');
  const box = dialog.getByRole('application');
  await box.press('ArrowUp');
  await box.press('Shift+ArrowLeft');
  await expect(dialog.getByText('1,568 × 1,568 px')).toBeVisible();
  expect(await accessibilityFaults(popup)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use this part' }).press('Enter');
  await expect(popup.getByText(/^1,568 × 1,568/)).toBeVisible();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ width: 1568, height: 1568 }]);
});
