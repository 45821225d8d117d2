import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';

/** Tack whose English texts are those of another language: a Firefox of that language is another Firefox. */
async function speaking(language: string, extensionDir: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-language-'));
  await cp(extensionDir, folder, { recursive: true });
  const texts = path.join(folder, '_locales');
  await cp(path.join(texts, language), path.join(texts, 'en'), { recursive: true });
  return folder;
}

async function textsOf(folder: string): Promise<(key: string) => string> {
  const file = await readFile(path.join(folder, '_locales/en/messages.json'), 'utf8');
  const texts = JSON.parse(file) as Record<string, { message: string }>;
  return (key) => texts[key]?.message ?? '';
}

test('Tack in Arabic goes from right to left in Firefox, keeps nobody out, and pins', async ({
  connected: person,
  firefox,
  extensionDir,
  pinterest,
}) => {
  const folder = await speaking('ar', extensionDir);
  const text = await textsOf(folder);
  try {
    await firefox.install(folder);
    person.leaveViews();
    await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup();
    await popup.click({ role: 'textbox', name: text('fieldTitle') });
    await popup.press('Control+a');
    await popup.type('بصل');
    const page = () => {
      const { dir, lang, scrollWidth, clientWidth } = document.documentElement;
      return { dir, lang, isCut: scrollWidth > clientWidth };
    };
    expect(await popup.run(page, null)).toEqual({ dir: 'rtl', lang: 'ar', isCut: false });
    expect(await accessibilityFaults(popup)).toEqual([]);

    await popup.click({ role: 'combobox', name: text('fieldBoard') });
    await popup.type('kit');
    await popup.see({ role: 'option', name: '/Kitchen ideas/' });
    await popup.press('Enter');
    await popup.press('Enter');
    await popup.click({ role: 'button', name: text('laneMine') });
    await expect
      .poll(() => pinterest.ledger.pins({ seeded: false }))
      .toMatchObject([{ title: 'بصل' }]);
  } finally {
    await firefox.uninstall().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
});
