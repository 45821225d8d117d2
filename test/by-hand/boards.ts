import { expect } from '@playwright/test';

import { type Flow, toLibrary } from './flow.ts';

/** How long a deletion waits before it is sent, and a slow machine's time, ms. */
const LATE = { timeout: 40_000 };

/** Boards in the library: made, renamed, described, hidden from others, found, filtered and deleted. */
const boards: Flow = {
  name: 'boards are made, changed, filtered and deleted in the library',
  does: ['boards/list', 'boards/create', 'boards/get', 'boards/update', 'boards/delete'],
  async run(desk) {
    const all = () => desk.pinterest.ledger.boards('linda_kitchen');
    const panel = await toLibrary(desk);
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'New board');
    await panel.see('textbox', 'Name');
    expect(await panel.faults()).toEqual([]);
    await panel.type('Zesty cakes');
    await panel.key('Enter');
    await panel.see('button', 'Change it: Zesty cakes');

    await panel.row('Zesty cakes', 'F2');
    await panel.see('textbox', 'Description');
    await panel.write('textbox', 'Name', 'Zesty cakes too');
    await panel.write('textbox', 'Description', 'All that is sweet');
    await panel.press('radio', 'public', 'ArrowRight');
    await panel.press('button', 'Save');
    const changed = { description: 'All that is sweet', privacy: 'SECRET' };
    await expect
      .poll(() => all().find(({ name }) => name === 'Zesty cakes too'))
      .toMatchObject(changed);

    await panel.press('radio', 'All', 'ArrowRight');
    await panel.gone('button', 'Zesty cakes too');
    await panel.key('ArrowRight');
    await panel.see('button', 'Zesty cakes too');
    await panel.gone('button', 'Kitchen ideas');
    expect(await panel.faults()).toEqual([]);
    await panel.key('ArrowRight');
    await panel.see('button', 'Kitchen ideas');

    await panel.write('searchbox', 'Find a board, or search your pins', 'zesty');
    await panel.gone('button', 'Kitchen ideas');
    await panel.row('Zesty cakes too', 'Delete');
    await panel.see('button', 'Cancel');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Delete');
    await panel.gone('button', 'Zesty cakes too');
    await expect.poll(() => all().map(({ name }) => name), LATE).not.toContain('Zesty cakes too');
  },
};

/** What is done with several boards at once. */
const many: Flow = {
  name: 'several boards are made secret, brought back, starred, hidden and deleted together',
  does: ['boards/update', 'boards/delete'],
  async run(desk) {
    const all = () => desk.pinterest.ledger.boards('linda_kitchen');
    const seenBy = () =>
      all().flatMap(({ name, privacy }) => (/^(Bread|Knitting)$/.test(name) ? privacy : []));
    const panel = await toLibrary(desk);
    await panel.row('Bread', ' ');
    await panel.row('Knitting', ' ');
    await panel.says('2 chosen');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Make secret');
    await expect.poll(seenBy, LATE).toEqual(['SECRET', 'SECRET']);
    await panel.press('button', '/^Undo: 2 changes/');
    await expect.poll(seenBy, LATE).toEqual(['PUBLIC', 'PUBLIC']);

    await panel.row('Bread', ' ');
    await panel.row('Knitting', ' ');
    await panel.press('button', 'Make secret');
    await expect.poll(seenBy, LATE).toEqual(['SECRET', 'SECRET']);
    await panel.row('Bread', ' ');
    await panel.row('Knitting', ' ');
    await panel.press('button', 'Make public');
    await panel.says('Make 2 boards public?');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Make public');
    await expect.poll(seenBy, LATE).toEqual(['PUBLIC', 'PUBLIC']);

    await panel.row('Bread', ' ');
    await panel.row('Knitting', ' ');
    await panel.press('button', 'Star');
    await panel.press('button', 'Hide');
    await panel.see('row', '/./');
    await panel.says('starred hidden');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Take the stars away');
    await panel.press('button', 'Show again');
    await panel.see('button', 'Hide');

    await panel.press('button', 'Delete');
    await panel.says('Delete 2 boards?');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Delete');
    await panel.gone('button', 'Bread');
    await panel.gone('button', 'Knitting');
    await expect.poll(seenBy, LATE).toEqual([]);
  },
};

/** The person's own marks, in the field that picks a board. */
const marks: Flow = {
  name: 'a board is starred, one is hidden, and both are as before when that is taken back',
  does: ['boards/list', 'board_sections/list', 'user_account/analytics'],
  async run(desk) {
    await desk.visit(desk.pinterest.pages.recipe);
    const popup = await desk.popup();
    const goInto = (typed: string, name: string) =>
      popup.choose('Board', typed, `/^${name},/`, 'Tab');
    await popup.see('combobox', 'Board');
    await goInto('knit', 'Knitting');
    await popup.option('/^Star “Knitting”/');
    await popup.reach('combobox', 'Board');
    await popup.key('ArrowDown');
    await popup.see('option', '/^Knitting, .*starred$/');
    expect(await popup.faults()).toEqual([]);
    await popup.key('Escape');
    await goInto('knit', 'Knitting');
    await popup.option('/^Take the star from “Knitting”/');

    await goInto('bread', 'Bread');
    await popup.option('/^Hide “Bread”/');
    await popup.reach('combobox', 'Board');
    await popup.key('ArrowDown');
    await popup.see('option', '/^Kitchen ideas,/');
    await popup.gone('option', '/^Bread,/');
    await popup.key('Escape');
    await goInto('bread', 'Bread');
    await popup.option('/^Show “Bread” again/');
    await popup.reach('combobox', 'Board');
    await popup.type('bread');
    await popup.see('option', '/^Bread, (?!.*hidden)/');
  },
};

/** A section's life, and what is in it. */
const sections: Flow = {
  name: 'sections are made, renamed, opened and deleted on the page of their board',
  does: [
    'boards/list_pins',
    'board_sections/list',
    'board_sections/create',
    'board_sections/update',
    'board_sections/delete',
    'board_sections/list_pins',
  ],
  async run(desk) {
    const names = () =>
      desk.pinterest.ledger
        .boards('linda_kitchen')
        .find(({ name }) => name === 'Kitchen ideas')
        ?.sections.map(({ name }) => name);
    const panel = await toLibrary(desk);
    await panel.row('Kitchen ideas');
    await panel.press('button', 'New section');
    await panel.see('textbox', 'Name');
    await panel.type('Sinks');
    await panel.key('Enter');
    await panel.press('button', 'Sinks');
    await panel.press('button', 'Rename section');
    await panel.write('textbox', 'Name', 'Taps');
    await panel.key('Enter');
    await expect.poll(names).toContain('Taps');
    await panel.says('No pins here.');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Delete section');
    await panel.press('button', 'Delete');
    await panel.gone('button', 'Taps');
    await expect.poll(names, LATE).not.toContain('Taps');
  },
};

export const boardFlows: readonly Flow[] = [boards, many, marks, sections];
