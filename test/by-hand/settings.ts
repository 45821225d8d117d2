import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect } from '@playwright/test';
import sharp from 'sharp';

import { allScopes, type Flow } from './flow.ts';
import type { Hands } from './hands.ts';

/** More than any row of buttons has. */
const MOST_BUTTONS = 20;

/** Goes along a row of buttons with the arrows. */
async function along(view: Hands, name: string): Promise<void> {
  for (let step = 0; step < MOST_BUTTONS; step += 1) {
    if ((await view.tells(() => document.activeElement?.textContent ?? '')) === name) return;
    await view.key('ArrowRight');
  }
  throw new Error(`No arrow leads to the button ${name}.`);
}

/** Words that pins begin with. */
const template: Flow = {
  name: 'a template is made by its buttons, and a product’s pin begins with its price and with the link’s parameters',
  does: [],
  async run(desk) {
    const settings = await desk.settings();
    await settings.press('textbox', 'Description', 'End');
    await settings.key('Tab'); // to the row of buttons, along which the arrows go
    await along(settings, 'Price');
    await settings.key('Enter');
    await settings.says('€48.00');
    await settings.write('textbox', 'A site of yours', 'https://www.shop.localhost/any/page');
    await settings.key('Enter');
    await settings.says('https://shop.localhost/page?utm_source');
    await settings.says('Pins that you begin now');
    expect(await settings.faults()).toEqual([]);

    await desk.visit(desk.pinterest.pages.shop);
    const popup = await desk.popup();
    const { value } = await popup.see('textbox', 'Description');
    expect(value).toMatch(/€48\.00$/);
    expect((await popup.see('textbox', 'Link')).value).toMatch(/acanthus\?utm_source=pinterest/);
    await popup.press('button', 'Take out');
    await popup.gone('button', 'Take out');
    expect((await popup.see('textbox', 'Link')).value).toMatch(/\/prints\/acanthus$/);
  },
};

/** Two accounts of one person. */
const accounts: Flow = {
  name: 'two accounts are connected, one is worked with, and both are signed out of',
  does: ['user_account/get'],
  async run(desk) {
    const settings = await desk.settings();
    await settings.says('Connected as @linda_kitchen');
    const grant = desk.pinterest.signIn(allScopes, 'tom_travels');
    await settings.write('textbox', 'Access token', grant.access.value);
    await settings.press('button', 'Connect with the token');
    await settings.says('Connected as @tom_travels');
    await settings.press('button', 'Work with @linda_kitchen');
    await settings.says('Connected as @linda_kitchen');
    expect(await settings.faults()).toEqual([]);
    await settings.press('button', 'Sign out');
    await settings.says('Connected as @tom_travels');
    await settings.press('button', 'Sign out');
    await settings.see('button', 'Connect Pinterest');
  },
};

const picture = (background: string) =>
  sharp({ create: { width: 640, height: 960, channels: 3, background } })
    .png()
    .toBuffer();

/** Many pins from a table. */
const csv: Flow = {
  name: 'a CSV with a bad row says which, queues the good ones, and queues none of them twice',
  does: ['pins/create'],
  async run(desk) {
    const { ledger } = desk.pinterest;
    const made = () => ledger.pins({ seeded: false }).map(({ title }) => title ?? '');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-csv-'));
    const [table, bowl, cup] = ['pins.csv', 'bowl.png', 'cup.png'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    const rows = [
      'title,board,image_url,publish_at',
      'A bowl,Kitchen ideas,bowl.png,',
      'To no board,Attic of nowhere,bowl.png,',
      'A cup in a slot,Kitchen ideas,cup.png,slot',
    ];
    try {
      await writeFile(table, rows.join('\n'));
      await writeFile(bowl, await picture('#1b6b51'));
      await writeFile(cup, await picture('#8a5d0f'));
      const settings = await desk.settings();
      await settings.files('Pictures that it names', [bowl, cup]);
      await settings.files('CSV file', [table]);
      await settings.says('3 board You have no board');
      expect(await settings.faults()).toEqual([]);
      expect(made()).toEqual([]);
      await settings.press('button', 'Queue 2 pins');
      await settings.says('2 pins are queued.');
      await expect.poll(made, { timeout: 60_000 }).toEqual(['A bowl']);

      await settings.files('CSV file', [table]);
      await settings.press('button', 'Queue 2 pins');
      await settings.says('2 were queued before.');
      expect(made()).toEqual(['A bowl']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The look that the person chooses. */
const dark: Flow = {
  name: 'the dark look is taken by every view at once, keeps nobody out, and goes again',
  does: [],
  async run(desk) {
    const isDark = () => getComputedStyle(document.documentElement).colorScheme === 'dark';
    const settings = await desk.settings();
    await settings.press('radio', 'As the computer', 'ArrowRight');
    await settings.key('ArrowRight');
    await expect.poll(() => settings.tells(isDark)).toBe(true);
    expect(await settings.faults()).toEqual([]);

    await desk.visit(desk.pinterest.pages.recipe);
    const popup = await desk.popup();
    await popup.see('combobox', 'Board');
    expect(await popup.tells(isDark)).toBe(true);
    expect(await popup.faults()).toEqual([]);
    await desk.visit(desk.pinterest.pages.recipe);
    const panel = await desk.panel();
    await panel.see('slider', '/./');
    expect(await panel.tells(isDark)).toBe(true);
    expect(await panel.faults()).toEqual([]);
    await panel.press('tab', 'Stats', 'ArrowRight');
    await panel.see('button', 'Kitchen ideas');
    expect(await panel.faults()).toEqual([]);
    await panel.press('tab', 'Library', 'ArrowLeft');
    await panel.key('ArrowLeft');
    await panel.says('Nothing is on its way.');
    expect(await panel.faults()).toEqual([]);

    const again = await desk.settings();
    await again.press('radio', 'Dark', 'ArrowLeft');
    await expect.poll(() => panel.tells(isDark)).toBe(false);
  },
};

/** All that Tack has, in a file. */
const file: Flow = {
  name: 'all that Tack has goes into a file, is erased, and comes back from it',
  does: [],
  async run(desk) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-file-'));
    try {
      const settings = await desk.settings();
      await settings.write('textbox', 'Title', '{title}, by hand');
      await settings.says('Pins that you begin now');
      await settings.press('button', 'Export…');
      const kept = path.join(folder, 'tack.zip');
      await writeFile(kept, await desk.saved());

      await settings.press('button', 'Erase everything…');
      await settings.press('button', 'Erase it all');
      const isAnew = async () => (await settings.see('textbox', 'Title')).value;
      await expect.poll(isAnew).toBe('{title}');

      await settings.files('Import…', [kept]);
      await settings.says('brought in');
      await expect.poll(isAnew).toBe('{title}, by hand');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export const settingsFlows: readonly Flow[] = [template, accounts, dark, csv, file];
