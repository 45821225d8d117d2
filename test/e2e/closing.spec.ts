import type { Page } from '@playwright/test';

import { unit } from '../pinterest/random.ts';
import { expect, test } from './fixtures.ts';
import { composerIn } from './harness/views.ts';

/** `CLOSINGS=50 SEED=7 npx playwright test closing.spec` closes it more often, and at other moments. */
const CLOSINGS = Number(process.env['CLOSINGS'] ?? 8);
const SEED = Number(process.env['SEED'] ?? 1);

/** What was typed this long before the popup closed is kept, ms. */
const KEPT_AFTER_MS = 300;

const fields = ['title', 'description', 'altText', 'link'] as const;

/** What was typed into which field, and how much of it has to be there the next time. */
interface Typed {
  field: (typeof fields)[number];
  text: string;
  kept: number;
}

/** Types letter by letter until a moment that chance chooses, and closes the popup in the midst of it. */
async function typeAndClose(
  popup: Page,
  random: () => number,
  close: () => Promise<void>,
): Promise<Typed> {
  const field = fields[Math.floor(random() * fields.length)] ?? 'title';
  await composerIn(popup)[field].focus();
  await popup.keyboard.press('ControlOrMeta+A');
  const times: number[] = [];
  let text = '';
  const until = performance.now() + random() * 1200;
  while (performance.now() < until || text === '') {
    const letter = String.fromCodePoint(97 + Math.floor(random() * 26));
    await popup.keyboard.press(letter);
    text += letter;
    times.push(performance.now());
    await popup.waitForTimeout(random() * 90);
  }
  const closedAt = performance.now();
  await close();
  return { field, text, kept: times.filter((at) => closedAt - at > KEPT_AFTER_MS).length };
}

test(
  'a popup that is closed at any moment loses no letter typed 300 ms before',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    test.setTimeout(60_000 + CLOSINGS * 20_000);
    let drawn = 0;
    const random = () => unit(`closing ${SEED} ${(drawn += 1)}`);
    const page = await person.visit(pinterest.pages.recipe);
    let typed: Typed | undefined;
    let last = 0;
    for (let closing = 0; closing <= CLOSINGS; closing += 1) {
      const popup = await person.openPopup(page);
      await composerIn(popup).title.waitFor();
      if (typed) {
        const { field, text, kept } = typed;
        const value = await composerIn(popup)[field].inputValue();
        const said = `closing ${closing} of ${CLOSINGS}, seed ${SEED}: "${value}" of "${text}"`;
        if (kept > 0) expect(text.startsWith(value), said).toBe(true);
        if (kept > 0) expect(value.length, said).toBeGreaterThanOrEqual(kept);
        last += text.length;
      }
      if (closing % 4 === 3) await person.worker.stop(); // the first letter has to start it
      // As by Esc, and as by a click elsewhere, which asks the view nothing.
      const ends = [() => popup.evaluate(() => window.close()), () => popup.close()];
      const end = ends[closing % ends.length]!;
      typed = await typeAndClose(popup, random, () => end().catch(() => undefined));
      await person.closeView(popup);
    }
    expect(last).toBeGreaterThan(CLOSINGS);
  },
);
