import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';

const WORDS = 'correct horse battery';

declare const browser: { storage: { session: { remove(key: string): Promise<void> } } };

// A13
test('with a passphrase a pin waits in Firefox once the session has ended, and goes out at the right words', async ({
  person,
  pinterest,
}) => {
  const settings = await person.settings();
  await settings.show();
  for (const name of ['New passphrase', 'New passphrase once more']) {
    await settings.click({ role: 'textbox', name });
    await settings.type(WORDS);
  }
  await settings.click({ role: 'button', name: 'Set passphrase' });
  await settings.says('A passphrase is set.');
  await person.connectWith(
    pinterest.signIn([
      'boards:read',
      'boards:write',
      'pins:read',
      'pins:write',
      'user_accounts:read',
    ]).access.value,
  );

  const page = await person.visit(pinterest.pages.recipe);
  pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 503, times: 10_000 });
  await person.pinTo(await person.pinFromMenu(page, '#hero'), 'kit');
  await person.popupCloses();
  // What the end of a session takes: its memory, and the background with what it knew.
  await settings.run(() => browser.storage.session.remove('vaultKey'), null);
  await person.window.stopBackground();
  pinterest.faults.clear();

  const popup = await person.openPopup();
  await popup.says('Tack is locked.');
  await popup.click({ role: 'textbox', name: 'Passphrase' });
  await popup.type('wrong horse battery');
  await popup.click({ role: 'button', name: 'Unlock' });
  await popup.says('That is not the passphrase.');
  expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  await popup.click({ role: 'textbox', name: 'Passphrase' });
  await popup.press('End');
  await popup.press('Control+a');
  await popup.type(WORDS);
  await popup.click({ role: 'button', name: 'Unlock' });
  await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(1);
});

test('settings take effect at once in Firefox, and everything is erased at a word', async ({
  connected: person,
}) => {
  const settings = await person.settings();
  await settings.show();
  await settings.click({ role: 'radio', name: 'Dark' });
  const scheme = () =>
    settings.run(() => getComputedStyle(document.documentElement).colorScheme, null);
  await expect.poll(scheme).toBe('dark');
  expect(await accessibilityFaults(settings)).toEqual([]);
  await settings.says('Connected as @linda_kitchen');

  await settings.click({ role: 'button', name: 'Erase everything…' });
  await settings.click({ role: 'button', name: 'Erase it all' });
  await settings.see({ role: 'button', name: 'Connect Pinterest' });
  expect(await settings.text()).not.toContain('Connected as @linda_kitchen');
});
