import { expect } from '@playwright/test';

import { type Flow, toLibrary } from './flow.ts';

/** As in boards.ts. */
const LATE = { timeout: 40_000 };

/** A pin's life in the library. */
const pins: Flow = {
  name: 'pins are edited, moved, filtered, saved, deleted and brought back, one and many',
  does: ['boards/list_pins', 'pins/update', 'pins/delete', 'pins/save'],
  async run(desk) {
    const { ledger } = desk.pinterest;
    const mine = (board: string) => ledger.pins({ board, owner: 'linda_kitchen' });
    const panel = await toLibrary(desk);
    await panel.row('Kitchen ideas');
    await panel.see('button', '/^Delete: /');
    const before = mine('Kitchen ideas').length;
    await panel.row('', 'F2');
    await panel.write('textbox', 'Title', 'By hand');
    await panel.write('textbox', 'Alt text', 'A hand');
    await panel.write('textbox', 'Link', 'https://cakes.invalid/');
    expect(await panel.faults()).toEqual([]);
    await panel.key('Enter');
    const edited = { title: 'By hand', altText: 'A hand', link: 'https://cakes.invalid/' };
    await expect
      .poll(() => mine('Kitchen ideas').find(({ title }) => title === 'By hand'))
      .toMatchObject(edited);

    await panel.press('button', 'New section');
    await panel.see('textbox', 'Name');
    await panel.type('Taps');
    await panel.key('Enter');
    await panel.press('button', 'Taps');
    await panel.press('button', 'All');
    await panel.press('button', 'Move: By hand');
    await panel.choose('Board', 'kitchen ideas', '/^Kitchen ideas,/', 'Tab');
    expect(await panel.faults()).toEqual([]);
    await panel.option('/^Kitchen ideas \\/ Taps,/');
    await expect
      .poll(() => mine('Kitchen ideas').find(({ title }) => title === 'By hand')?.section)
      .toBe('Taps');

    await panel.press('button', 'Taps');
    await panel.gone('button', '/^Choose “(?!By hand)/');
    await panel.see('button', 'By hand');
    await panel.press('checkbox', 'no alt text', ' ');
    await panel.says('Nothing fits.');
    await panel.press('checkbox', 'no alt text', ' ');
    await panel.press('checkbox', 'broken link', ' ');
    await panel.says('1 of 1 links looked at; for 0 of them the browser does not tell.');
    await panel.says('1 pin');
    await panel.see('button', 'By hand');
    await panel.press('combobox', 'Kind of pin', 'ArrowDown');
    expect(await panel.faults()).toEqual([]);
    await panel.press('combobox', 'Kind of pin', 'Home');
    await panel.press('checkbox', 'broken link', ' ');
    await panel.write('searchbox', 'Find in these pins', 'nothing like it');
    await panel.says('Nothing fits.');
    await panel.write('searchbox', 'Find in these pins', 'hand');

    await panel.press('checkbox', 'Choose all that are shown', ' ');
    await panel.press('button', 'Save to…');
    await panel.choose('Board', 'bread', '/^Bread,/');
    await expect.poll(() => mine('Bread').filter(({ origin }) => origin === 'save').length).toBe(1);

    await panel.row('By hand', 'Delete');
    await panel.press('button', '/^Undo: Pin “By hand” deleted/');
    await panel.see('button', 'By hand');
    await panel.press('button', 'Delete: By hand');
    await panel.gone('button', 'By hand');
    await expect.poll(() => mine('Kitchen ideas').length, LATE).toBe(before - 1);
  },
};

/** The way of a pin from a page, and back to it. */
const fromPage: Flow = {
  name: 'a pin goes to a board and a section that are made for it, and its page says so',
  does: [
    'boards/create',
    'board_sections/create',
    'pins/create',
    'pins/list',
    'pins/get',
    'user_account/analytics',
  ],
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    await desk.visit(pages.recipe);
    const popup = await desk.popup();
    await popup.see('combobox', 'Board');
    await popup.choose('Board', 'Zesty', '/^Create “Zesty”$/');
    await popup.see('textbox', 'Name of the new board');
    expect(await popup.faults()).toEqual([]);
    await popup.key('Enter');
    await popup.gone('textbox', 'Name of the new board');
    await popup.choose('Board', 'zesty', '/^Zesty,/', 'Tab');
    await popup.option('/^Create a section$/');
    await popup.see('textbox', 'Name of the new section of Zesty');
    await popup.type('Ten minutes');
    await popup.key('Enter');
    await popup.gone('textbox', 'Name of the new section of Zesty');
    await popup.press('combobox', 'Board');
    await popup.pressIfThere('button', 'Yes, mine to publish');
    const made = () => ledger.pins({ seeded: false });
    await expect.poll(made).toMatchObject([{ board: 'Zesty', section: 'Ten minutes' }]);

    await desk.visit(made()[0]?.link ?? pages.recipe);
    const again = await desk.popup();
    await again.press('summary', '/^1 of your pins links here/');
    await again.see('link', '/^Zesty.*90 days/');
    expect(await again.faults()).toEqual([]);
  },
};

/** Pinterest's own search. */
const search: Flow = {
  name: 'own pins and boards are searched at Pinterest, and all pins are gone through',
  does: ['search_user_pins/list', 'search_user_boards/get', 'pins/list', 'boards/get'],
  async run(desk) {
    const panel = await toLibrary(desk);
    await panel.write('searchbox', 'Find a board, or search your pins', 'cheese');
    await panel.key('Enter');
    await panel.says('Pins with “cheese”');
    await panel.see('button', '/^Delete: .*cheese/');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Cheese');
    await panel.see('button', 'Edit board');
    await panel.press('button', '‹ All boards');
    await panel.press('button', 'All my pins');
    await panel.see('button', '/^Delete: /');
    expect(await panel.faults()).toEqual([]);
  },
};

export const pinFlows: readonly Flow[] = [pins, fromPage, search];
