import { expect } from '@playwright/test';

import { begin, type Desk, type Flow, pinTo } from './flow.ts';

const oddPage = ({ pinterest }: Desk, path: string) => new URL(path, pinterest.pages.recipe).href;

/** Pages that have nothing for Tack. */
const nothing: Flow = {
  name: 'a page where nothing can be pinned says why, and a draft elsewhere is kept',
  does: [],
  async run(desk) {
    await begin(desk, desk.pinterest.pages.recipe, 'Begun before');
    const cases: readonly (readonly [url: string, says: string])[] = [
      [oddPage(desk, '/nopin'), 'Please ask us before you use our family’s pictures.'],
      [oddPage(desk, '/blank'), 'no picture'],
      ...desk.closedPages.map((url) => [url, 'lets no extension read this page'] as const),
    ];
    for (const [url, says] of cases) {
      await desk.visit(url);
      const popup = await desk.popup();
      await popup.says(says);
      await popup.gone('textbox', 'Title');
      expect(await popup.faults()).toEqual([]);
    }
    await desk.visit(desk.pinterest.pages.recipe);
    const back = await desk.popup();
    expect((await back.see('textbox', 'Title')).value).toBe('Begun before');
  },
};

/** One picture in several sizes. */
const sizes: Flow = {
  name: 'a larger version is found, measured and used, and another size can be chosen',
  does: ['pins/create'],
  async run(desk) {
    const popup = await begin(desk, desk.pinterest.pages.recipe, 'In another size');
    await popup.says('1,600');
    await popup.press('combobox', 'Sizes of this picture', 'End');
    const readWidth = () =>
      parseInt((document.querySelector('.shot-tag')?.textContent ?? '').replace(',', ''), 10);
    await expect.poll(() => popup.tells(readWidth)).toBeLessThan(1600);
    const width = await popup.tells(readWidth);
    await pinTo(popup, 'kit', 'Kitchen ideas');
    const { ledger } = desk.pinterest;
    await expect.poll(() => ledger.pins({ seeded: false }), { timeout: 60_000 }).toHaveLength(1);
    expect(ledger.pins({ seeded: false })).toMatchObject([{ width }]);
  },
};

/** A part of a picture. */
const crop: Flow = {
  name: 'a picture is cropped by keys, and what goes out is that part',
  does: ['pins/create'],
  async run(desk) {
    await desk.visit(desk.pinterest.pages.recipe);
    const popup = await desk.popup();
    await popup.says('1,600 × 2,'); // the largest is known
    await popup.write('textbox', 'Alt text', '');
    await popup.press('summary', '/It has no alt text/');
    await popup.press('button', 'Suggest one');
    const alt = async () => (await popup.see('textbox', 'Alt text')).value;
    await expect.poll(alt).toMatch(/flowering onion/);

    await popup.press('button', 'Crop…');
    await popup.press('radio', '2:3', 'ArrowRight');
    await popup.press('application', '/./', 'ArrowUp');
    await popup.key('Shift+ArrowLeft');
    await popup.says('1,568 × 1,568 px');
    expect(await popup.faults()).toEqual([]);
    await popup.press('button', 'Use this part');
    await popup.gone('button', 'Use this part');
    await popup.says('1,568 × 1,568');
    await popup.see('combobox', 'Board');
    await pinTo(popup, 'kit', 'Kitchen ideas');
    const { ledger } = desk.pinterest;
    await expect
      .poll(() => ledger.pins({ seeded: false }), { timeout: 60_000 })
      .toMatchObject([{ width: 1568, height: 1568 }]);
  },
};

/** What pages have, and what they have not. */
export const pageFlows: readonly Flow[] = [nothing, sizes, crop];
