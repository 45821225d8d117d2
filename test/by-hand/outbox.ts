import { expect } from '@playwright/test';

import { waitFor } from '../e2e/harness/wait.ts';
import { begin, type Desk, type Flow, pinTo } from './flow.ts';

const body = { code: 40, message: 'Board not found.' };
const refuse = { operation: 'pins/create', kind: 'status', status: 404, body } as const;

/** Pins from some pages, each of which Pinterest refuses. */
async function pinRefused(desk: Desk, pins: readonly (readonly [string, string])[]) {
  const { faults } = desk.pinterest;
  for (const [title, url] of pins) {
    faults.add(refuse);
    await pinTo(await begin(desk, url, title), 'kit', 'Kitchen ideas');
    const isRefused = () => faults.list().every(({ left }) => left === 0) || undefined;
    await waitFor(isRefused, { for: `“${title}” to be refused` });
  }
}

/** What Pinterest does not take waits for the person. */
const refused: Flow = {
  name: 'pins that Pinterest refuses wait in the outbox: one is given up, and one is sent again',
  does: ['pins/create'],
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    const made = () => ledger.pins({ seeded: false }).map(({ title }) => title);
    const before = ledger.requests('pins/create');
    await pinRefused(desk, [
      ['To be given up', pages.recipe],
      ['To be sent again', pages.app],
    ]);
    expect(ledger.requests('pins/create')).toBe(before + 2);

    const panel = await desk.panel();
    await panel.press('tab', 'Stats', 'ArrowLeft');
    await panel.see('button', 'Cancel: To be sent again');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Cancel: To be given up');
    await panel.gone('button', 'Cancel: To be given up');
    expect(made()).toEqual([]);
    await panel.press('button', 'Try again');
    await expect.poll(made).toEqual(['To be sent again']);
    await panel.see('button', 'Undo: To be sent again');
  },
};

/** What waits is found, and goes out together. */
const searched: Flow = {
  name: 'what waits in the outbox is found by its words, and all of it is sent again at once',
  does: ['pins/create'],
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    await pinRefused(desk, [
      ['Of the garden', pages.recipe],
      ['Of the tea', pages.app],
    ]);
    const panel = await desk.panel();
    await panel.press('tab', 'Stats', 'ArrowLeft');
    await panel.see('radio', '/^Needs you 2$/');
    await panel.press('radio', '/^All 2$/', 'ArrowRight');
    await panel.says('None of your pins is like that.'); // none is going out
    await panel.key('ArrowRight');
    await panel.write('searchbox', '/./', 'garden');
    await panel.gone('button', 'Cancel: Of the tea');
    await panel.see('button', 'Cancel: Of the garden');
    expect(await panel.faults()).toEqual([]);
    await panel.write('searchbox', '/./', '');
    await panel.see('button', 'Cancel: Of the tea');
    await panel.press('checkbox', 'Choose all that are shown', ' ');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Try these again');
    const made = () => ledger.pins({ seeded: false }).map(({ title }) => title ?? '');
    await expect
      .poll(() => made().toSorted((one, other) => one.localeCompare(other)), { timeout: 60_000 })
      .toEqual(['Of the garden', 'Of the tea']);
  },
};

/** What is written into fields and can't be so. */
const badInput: Flow = {
  name: 'a name, a title and a link that Pinterest would not take are refused with words, and the right ones are taken',
  does: ['boards/create', 'pins/create'],
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    const boards = () => ledger.boards('linda_kitchen').map(({ name }) => name);
    const before = boards();
    const asked = ledger.requests('boards/create');
    const popup = await begin(desk, pages.recipe, 'x'.repeat(101));
    await popup.choose('Board', 'Zesty', '/^Create “Zesty”$/');
    for (const [name, says] of [
      ['   ', 'Give it a name.'],
      ['kitchen IDEAS', 'You have a board named “Kitchen ideas” already.'],
      ['y'.repeat(181), 'A name has at most 180 characters.'],
    ] as const) {
      await popup.write('textbox', 'Name of the new board', name);
      await popup.key('Enter');
      await popup.says(says);
    }
    expect(await popup.faults()).toEqual([]);
    expect(ledger.requests('boards/create')).toBe(asked);
    await popup.write('textbox', 'Name of the new board', 'Zesty <b>&amp;</b> “1”');
    await popup.key('Enter');
    await popup.gone('textbox', 'Name of the new board');
    await expect.poll(() => boards().length).toBe(before.length + 1);
    expect(boards()).toContain('Zesty <b>&amp;</b> “1”');

    await popup.press('combobox', 'Board');
    await popup.pressIfThere('button', 'Yes, mine to publish');
    await popup.says('This is longer than the 100 characters that Pinterest takes.');
    await popup.write('textbox', 'Title', 'Short');
    await popup.write('textbox', 'Link', 'javascript:alert(1)');
    await popup.press('combobox', 'Board');
    await popup.says('The link is not a web address.');
    expect(await popup.faults()).toEqual([]);
    expect(ledger.pins({ seeded: false })).toEqual([]);
    await popup.write('textbox', 'Link', 'https://kitchen.example/zest');
    await popup.press('combobox', 'Board');
    const right = { title: 'Short', link: 'https://kitchen.example/zest' };
    await expect.poll(() => ledger.pins({ seeded: false })).toMatchObject([right]);
  },
};

export const outboxFlows: readonly Flow[] = [refused, searched, badInput];
