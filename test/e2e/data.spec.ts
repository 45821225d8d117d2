import { readFile } from 'node:fs/promises';

import { expect, test } from './fixtures.ts';
import { pressOn, typeInto } from './harness/keys.ts';
import { detailsIn } from './harness/views.ts';

test(
  'by keyboard: all that Tack has goes into a file, is erased, and comes back from it',
  { tag: '@always' },
  async ({ person }) => {
    const settings = await person.openExtensionPage('options.html');
    const { title } = detailsIn(settings);
    await typeInto(title, '{title}, by hand');
    await expect(settings.getByText('Pins that you begin now')).toBeVisible();

    const saved = settings.waitForEvent('download');
    await pressOn(settings.getByRole('button', { name: 'Export…' }));
    const file = await (await saved).path();

    await pressOn(settings.getByRole('button', { name: 'Erase everything…' }));
    const erased = settings.waitForEvent('load');
    await pressOn(settings.getByRole('button', { name: 'Erase it all' }));
    await erased;
    await expect(title).toHaveValue('{title}');

    const chosen = settings.waitForEvent('filechooser'); // a window of the browser's own
    await pressOn(settings.getByRole('button', { name: 'Import…' }));
    await (
      await chosen
    ).setFiles({
      name: 'tack.zip',
      mimeType: 'application/zip',
      buffer: await readFile(file),
    });
    await expect(settings.getByText(/brought in/)).toBeVisible();
    await settings.reload();
    await expect(title).toHaveValue('{title}, by hand');
  },
);
