import { expect } from '@playwright/test';

import { type Desk, type Flow, pinTo } from './flow.ts';
import type { Hands } from './hands.ts';

const facts = '{description}[ · {price}][ · {availability}][ · {yield}][ · {time}]';

const made = ({ pinterest }: Desk) => pinterest.ledger.pins({ seeded: false });

const valueOf = async (view: Hands, name: string) => (await view.see('textbox', name)).value;

/** Says in the settings which site is the person's own: its links get parameters. */
async function ownSite(settings: Hands): Promise<void> {
  await settings.write('textbox', 'A site of yours', 'kitchen.localhost');
  await settings.key('Enter');
  await settings.says('Pins that you begin now');
}

/** What a page says of itself, and a link's parameters. */
const recipe: Flow = {
  name: 'a recipe’s yield and time, and the parameters of a link with the board, are sent as they were shown',
  does: ['pins/create'],
  async run(desk) {
    const settings = await desk.settings();
    await settings.write('textbox', 'Description', facts);
    await settings.write('textbox', 'Parameters', 'utm_source=pinterest&utm_campaign={board}');
    await ownSite(settings);

    await desk.visit(desk.pinterest.pages.recipe);
    const popup = await desk.popup();
    const description =
      'Soft cheese, a hot pan, and the flowers of an onion that most people throw away. ' +
      'Ready in 20 minutes. · 4 servings · 20 min';
    expect(await valueOf(popup, 'Description')).toBe(description);
    expect(await valueOf(popup, 'Link')).toMatch(/\?utm_source=pinterest&utm_campaign=\{board\}$/);
    await popup.see('combobox', 'Board');
    await pinTo(popup, 'kit', 'Kitchen ideas');

    await expect.poll(() => made(desk), { timeout: 60_000 }).toMatchObject([{ description }]);
    const link = new URL(made(desk)[0]?.link ?? '');
    expect(link.pathname).toBe('/recipes/flowering-onion-cheese/');
    expect(link.search).toMatch(/^\?utm_source=pinterest&utm_campaign=kit[a-z-]*$/);
  },
};

/** A link that is taken as the page has it. */
const wayBack: Flow = {
  name: 'the way back gives the page’s own link, and that is what is sent',
  does: ['pins/create'],
  async run(desk) {
    await ownSite(await desk.settings());
    await desk.visit(desk.pinterest.pages.recipe);
    // Without its canonical link the page's own is the address, with the tracking of a newsletter.
    await desk.inPage(() => {
      const own = document.querySelectorAll('link[rel=canonical], meta[property="og:url"]');
      for (const element of own) element.remove();
    });
    const popup = await desk.popup();
    const added = /cheese\/\?utm_source=pinterest&utm_medium=social$/;
    expect(await valueOf(popup, 'Link')).toMatch(added);
    await popup.says('3 parameters removed · 2 added');
    expect(await popup.faults()).toEqual([]);
    await popup.press('button', 'Put back');
    await popup.gone('button', 'Put back');
    const own = await valueOf(popup, 'Link');
    expect(own).toBe(desk.pinterest.pages.recipe);
    await popup.see('combobox', 'Board');
    await pinTo(popup, 'kit', 'Kitchen ideas');
    await expect.poll(() => made(desk), { timeout: 60_000 }).toMatchObject([{ link: own }]);
  },
};

/** Words that come with a picture, and words of the person's own. */
const other: Flow = {
  name: 'another picture gets words by the template, what the person wrote stays, and a new template is there at once',
  does: [],
  async run(desk) {
    const { recipe: page } = desk.pinterest.pages;
    await desk.visit(page);
    await (await desk.popup()).see('textbox', 'Title');
    await desk.visit(page); // the popup closes, and its draft is kept
    const settings = await desk.settings();
    await settings.write('textbox', 'Title', '{title} – {site}, {cost}');
    await settings.says('does not know {cost}');
    await settings.write('textbox', 'Title', '{title} – {site}');
    await settings.gone('alert', '/./');
    await settings.write('textbox', 'Alt text', 'Photo: {alt}');
    await settings.says('Pins that you begin now');

    await desk.visit(page);
    const popup = await desk.popup();
    await expect.poll(() => valueOf(popup, 'Title')).toMatch(/ – Linda’s kitchen$/);
    expect(await valueOf(popup, 'Alt text')).toMatch(/^Photo: A flowering onion/);
    await popup.write('textbox', 'Description', 'Mine');
    await popup.press('button', 'Other');
    await popup.goAlong(/^Ewes/);
    await popup.key('Enter');
    await expect.poll(() => valueOf(popup, 'Alt text')).toMatch(/^Photo: Ewes/);
    expect(await valueOf(popup, 'Title')).toMatch(/ – Linda’s kitchen$/);
    expect(await valueOf(popup, 'Description')).toBe('Mine');
  },
};

/** The words that a pin begins with, and its link. */
export const wordsFlows: readonly Flow[] = [recipe, wayBack, other];
