import type { Locator } from '@playwright/test';

import { wayTo } from '../../by-hand/way.ts';

/** More controls than any view has. */
const MOST_STEPS = 150;

/** Goes to a control by Tab, and by arrows within a list, as a person without a mouse does. Throws where that does not lead there. */
export async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  const { keyboard } = control.page();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const way = await control.evaluate(wayTo);
    if (way === '') return;
    await keyboard.press(way);
  }
  throw new Error(`No key leads to ${String(control)}.`);
}

/** Presses a key on a control that Tab leads to; Enter where none is named. */
export async function pressOn(control: Locator, key = 'Enter'): Promise<void> {
  await reach(control);
  await control.page().keyboard.press(key);
}

/** Types a text into a field that Tab leads to, in place of what stands there. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await pressOn(field, 'ControlOrMeta+a');
  await (text === ''
    ? field.page().keyboard.press('Delete')
    : field.page().keyboard.insertText(text));
}

/** Goes on by arrows from the one of a group that Tab leads to, a tab or a choice, to another. */
export async function arrowTo(control: Locator, from: Locator): Promise<void> {
  await reach(from);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if ((await control.evaluate(wayTo)) === '') return;
    await control.page().keyboard.press('ArrowRight');
  }
  throw new Error(`Arrows do not lead to ${String(control)}.`);
}
