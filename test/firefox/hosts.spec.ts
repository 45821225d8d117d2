import { expect, test } from './fixtures.ts';

test.use({ preferences: { 'extensions.originControls.grantByDefault': false } });

test(
  'without Pinterest’s hosts Tack says so, asks at a click, and works once they are granted',
  {
    tag: '@always',
  },
  async ({ person, pinterest }) => {
    await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup();
    await popup.says('Your browser does not let Tack reach Pinterest yet.');
    await popup.says('pinterest.localhost');

    await popup.click({ role: 'button', name: 'Allow…' });
    await expect
      .poll(async () => (await popup.text()).includes('does not let Tack reach'))
      .toBe(false);
    await popup.click({ role: 'button', name: 'Connect Pinterest' });
    await person.allow();
    await popup.see({ role: 'combobox', name: 'Board' });
  },
);
