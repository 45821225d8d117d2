import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../../scripts/run.ts';
import { expect, test } from './fixtures.ts';
import { pressOn, typeInto } from './harness/keys.ts';

/** Gives what reads Tack's texts in a language. */
async function textsOf(language: string): Promise<(key: string) => string> {
  const file = path.join(root, 'public/_locales', language, 'messages.json');
  const texts = JSON.parse(await readFile(file, 'utf8')) as Record<string, { message: string }>;
  return (key) => texts[key]?.message ?? '';
}

test(
  'by keyboard: a browser in Arabic has Tack in Arabic, from right to left, and pins with it',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    await person.lose();
    await person.comeBack('ar');
    const text = await textsOf('ar');
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await typeInto(popup.getByRole('textbox', { name: text('fieldTitle'), exact: true }), 'بصل');
    expect(await popup.evaluate(() => [document.dir, document.documentElement.lang])).toEqual([
      'rtl',
      'ar',
    ]);

    await pressOn(popup.getByRole('combobox', { name: text('fieldBoard'), exact: true }), 'k');
    await popup.keyboard.type('it', { delay: 30 });
    const options = popup.getByRole('listbox', { name: text('fieldBoard') }).getByRole('option');
    await options.first().waitFor();
    await popup.keyboard.press('Enter');
    await options.first().waitFor({ state: 'detached' });
    await popup.keyboard.press('Enter');
    await pressOn(popup.getByRole('button', { name: text('laneMine') }));

    await person.toast.says(page, text('toastPinned').replace('$1', 'Kitchen ideas'));
    expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ title: 'بصل' }]);
  },
);
