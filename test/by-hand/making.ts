import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect } from '@playwright/test';
import sharp from 'sharp';

import { makeVideo, measured } from '../pinterest/videos.ts';
import { begin, type Desk, type Flow, pinTo } from './flow.ts';
import type { Hands } from './hands.ts';

/** The label of the field that takes files. */
export const FILES = 'Pictures and videos from files. Pasting and dropping them here do the same.';

const made = ({ pinterest }: Desk) => pinterest.ledger.pins({ seeded: false });

/** Opens the pictures of a page, and takes the first ones. */
async function take(popup: Hands, count: number): Promise<void> {
  await popup.press('button', 'Other');
  await popup.press('option', '/./', ' ');
  for (let next = 1; next < count; next += 1) {
    await popup.key('ArrowRight');
    await popup.key(' ');
  }
  await popup.press('button', `Use these ${count} pictures`);
}

/** Pictures that go out as a pin each. */
const several: Flow = {
  name: 'several pictures are written in together and apart, and become a pin each',
  does: ['pins/create'],
  async run(desk) {
    const popup = await begin(desk, desk.pinterest.pages.recipe, 'Of the page');
    await take(popup, 2);
    await popup.write('textbox', 'Description', 'For both');
    await popup.press('tab', '/All$/', 'End');
    await popup.write('textbox', 'Title', 'The second alone');
    expect(await popup.faults()).toEqual([]);
    await popup.key('Alt+PageUp');
    await popup.key('Alt+PageUp');
    await popup.says('What you write goes for all of them.');
    await pinTo(popup, 'kit', 'Kitchen ideas');

    await expect.poll(() => made(desk).length, { timeout: 60_000 }).toBe(2);
    const pins = made(desk);
    expect(new Set(pins.map(({ sha256 }) => sha256)).size).toBe(2);
    expect(pins.map(({ title }) => title)).toContain('The second alone');
    expect(pins.map(({ description }) => description)).toEqual(['For both', 'For both']);
  },
};

/** Pictures that go out as one pin. */
const carousel: Flow = {
  name: 'several pictures become one carousel of one size',
  does: ['pins/create'],
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    await desk.visit(pages.recipe);
    const popup = await desk.popup();
    await popup.see('combobox', 'Board');
    await take(popup, 3);
    await popup.press('radio', 'Separate pins', 'ArrowRight');
    await popup.press('button', 'Leave out picture 3');
    await popup.gone('button', 'Leave out picture 3');
    expect(await popup.faults()).toEqual([]);
    await pinTo(popup, 'kit', 'Kitchen ideas');

    await expect.poll(() => made(desk), { timeout: 60_000 }).toMatchObject([{ kind: 'images' }]);
    const [pin] = made(desk);
    const sizes = await Promise.all(
      [0, 1].map(async (index) => {
        const { bytes } = await ledger.pinImage(pin?.id ?? '', index);
        const { width, height } = await sharp(bytes).metadata();
        return `${width} × ${height}`;
      }),
    );
    expect(sizes[0]).toBe(sizes[1]);
  },
};

/** A choice that outlasts the popup. */
const cameBack: Flow = {
  name: 'pictures that were chosen are there again when the popup was closed, and become one carousel',
  does: ['pins/create'],
  async run(desk) {
    const { recipe } = desk.pinterest.pages;
    await desk.visit(recipe);
    const popup = await desk.popup();
    await popup.see('combobox', 'Board');
    await take(popup, 2);
    await popup.press('radio', 'Separate pins', 'ArrowRight');
    await popup.see('radio', 'Crop');
    await desk.visit(recipe);
    const again = await desk.popup();
    await again.see('radio', 'Crop');
    const chosen = await again.tells(() =>
      [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')].map(
        ({ labels }) => labels?.[0]?.textContent,
      ),
    );
    expect(chosen).toContain('One carousel');
    await pinTo(again, 'kit', 'Kitchen ideas');
    await expect.poll(() => made(desk), { timeout: 60_000 }).toMatchObject([{ kind: 'images' }]);
  },
};

/** What moves, and what is drawn. */
const moving: Flow = {
  name: 'a video’s frame and a drawing of a page are pinned in their own sizes',
  does: ['pins/create'],
  async run(desk) {
    const page = `${desk.pinterest.pages.studio}/moving`;
    for (const [option, says, size] of [
      [/video at 0:/, '640 × 360 · frame', { width: 640, height: 360 }],
      [/400 × .*drawing/, '400 × ', { width: 400 }],
    ] as const) {
      await desk.visit(page);
      const popup = await desk.popup();
      await popup.pressIfThere('button', 'Other');
      await popup.press('button', 'Videos and drawings of the page');
      await popup.goAlong(option);
      await popup.key(' ');
      expect(await popup.faults()).toEqual([]);
      await popup.press('button', 'Use this picture');
      await popup.says(says);
      const before = made(desk).length;
      await pinTo(popup, 'kit', 'Kitchen ideas');
      await expect.poll(() => made(desk).length, { timeout: 60_000 }).toBe(before + 1);
      expect(made(desk)[0]).toMatchObject(size);
    }
  },
};

/** Whose pictures a site has. */
const whose: Flow = {
  name: 'whose pictures a site has is asked once, remembered, and asked again when it is forgotten',
  does: ['pins/create'],
  async run(desk) {
    const { recipe } = desk.pinterest.pages;
    await pinTo(await begin(desk, recipe, 'Mine'), 'kit', 'Kitchen ideas');
    await expect.poll(() => made(desk).length, { timeout: 60_000 }).toBe(1);
    const settings = await desk.settings();
    await settings.says('kitchen.localhost: yours to publish');
    await settings.press('button', 'Forget kitchen.localhost');
    await settings.gone('button', 'Forget kitchen.localhost');

    const popup = await begin(desk, recipe, 'Asked again');
    await popup.choose('Board', 'kit', '/^Kitchen ideas,/');
    await popup.gone('option', '/./');
    await popup.press('combobox', 'Board');
    await popup.see('button', 'Yes, mine to publish');
    const focused = () => document.activeElement?.textContent;
    await expect.poll(() => popup.tells(focused)).toBe('Yes, mine to publish');
    expect(await popup.faults()).toEqual([]);
    expect(made(desk)).toHaveLength(1);
  },
};

/** One picture on two boards. */
const twoBoards: Flow = {
  name: 'one pin goes to two boards, each in a request of its own',
  does: ['pins/create'],
  async run(desk) {
    const popup = await begin(desk, desk.pinterest.pages.recipe, 'On two boards');
    await popup.choose('Board', 'kitchen ideas', '/^Kitchen ideas,/');
    const chosen = async () => (await popup.see('combobox', 'Board')).value;
    await expect.poll(chosen).toBe('Kitchen ideas');
    await popup.press('button', 'Another board');
    await popup.choose('Board', 'cheese', '/^Cheese,/');
    await popup.see('button', 'Not on Cheese');
    expect(await popup.faults()).toEqual([]);
    await popup.press('combobox', 'Board');
    await popup.pressIfThere('button', 'Yes, mine to publish');
    const places = () => made(desk).map(({ board }) => board ?? '');
    await expect
      .poll(() => places().toSorted((one, other) => one.localeCompare(other)), { timeout: 60_000 })
      .toEqual(['Cheese', 'Kitchen ideas']);
  },
};

/** A time 20 s from now, as a field for day and time takes it. Runs in the view. */
export function soon(): string {
  const date = new Date(Date.now() + 20_000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** A pin with a time of its own. */
const scheduled: Flow = {
  name: 'a pin waits for the time that it was given, and goes out then',
  does: ['pins/create'],
  async run(desk) {
    const popup = await begin(desk, desk.pinterest.pages.recipe, 'At its time');
    await popup.choose('Board', 'kit', '/^Kitchen ideas,/');
    await popup.gone('option', '/./');
    await popup.press('button', 'Schedule…');
    await popup.see('button', 'Take this slot');
    expect(await popup.faults()).toEqual([]);
    await popup.fill('Day and time', await popup.tells(soon));
    await popup.press('button', 'Schedule');
    await popup.pressIfThere('button', 'Yes, mine to publish');
    await popup.says('Goes out ');
    expect(made(desk)).toEqual([]);
    await expect
      .poll(() => made(desk), { timeout: 60_000 })
      .toMatchObject([{ title: 'At its time', board: 'Kitchen ideas' }]);
  },
};

/** The same picture once more. */
const again: Flow = {
  name: 'a picture that was pinned before is asked about, and pinned again where that is meant',
  does: ['pins/create'],
  async run(desk) {
    const { recipe } = desk.pinterest.pages;
    await pinTo(await begin(desk, recipe, 'Once'), 'kit', 'Kitchen ideas');
    await expect.poll(() => made(desk).length, { timeout: 60_000 }).toBe(1);

    const popup = await begin(desk, recipe, 'Twice');
    await pinTo(popup, 'kit', 'Kitchen ideas');
    await popup.says('You pinned this on ');
    await popup.says(' to Kitchen ideas. Pin again?');
    expect(await popup.faults()).toEqual([]);
    await popup.press('button', 'Cancel');
    await popup.gone('button', 'Pin again');
    expect(made(desk)).toHaveLength(1);
    await popup.press('combobox', 'Board');
    await popup.press('button', 'Pin again');
    await expect.poll(() => made(desk).length, { timeout: 60_000 }).toBe(2);
  },
};

/** A video of one's own. */
const video: Flow = {
  name: 'a video from a file becomes a pin with all its bytes, and the chosen cover',
  does: ['media/create', 'pins/create'],
  needs: 'ffmpeg',
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-video-'));
    try {
      const file = await makeVideo({ file: path.join(folder, 'clip.mp4'), padding: 1_000_000 });
      await desk.visit(pages.recipe);
      await (await desk.popup()).see('combobox', 'Board');
      const view = await desk.popupAsPage();
      await view.see('combobox', 'Board');
      await view.press('button', 'Other');
      await view.press('summary', 'Add another picture');
      await view.files(FILES, [file]);
      await view.press('button', 'Use this picture');
      await view.says('0:06');
      for (let step = 0; step < 2; step += 1)
        await view.press('slider', '/^Cover at/', 'ArrowRight');
      await view.says('Cover at 0:03');
      expect(await view.faults()).toEqual([]);
      await pinTo(view, 'kit', 'Kitchen ideas');

      await expect.poll(() => made(desk), { timeout: 90_000 }).toMatchObject([{ kind: 'video' }]);
      const { size, sha256 } = await measured(file);
      const received = ledger.media().flatMap((media) => media.received ?? []);
      expect(received).toMatchObject([{ size, sha256 }]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export const makingFlows: readonly Flow[] = [
  several,
  carousel,
  cameBack,
  moving,
  whose,
  twoBoards,
  scheduled,
  again,
  video,
];
