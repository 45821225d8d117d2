import type { Locator } from '@playwright/test';

/** More controls than any view has. */
const MOST_STEPS = 150;

/** Which way a control is from where the focus is; null where the focus is on it. */
const wayTo = (control: Locator) =>
  control.evaluate((element) => {
    const { activeElement: from } = document;
    if (from === element) return null;
    const isBefore =
      from !== null &&
      from !== document.body &&
      (element.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    return isBefore ? 'Shift+Tab' : 'Tab';
  });

/** Goes to a control by Tab alone, as a person without a mouse does. Throws where that does not lead there. */
export async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  const { keyboard } = control.page();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const way = await wayTo(control);
    if (way === null) return;
    await keyboard.press(way);
  }
  throw new Error(`Tab does not lead to ${String(control)}.`);
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
    if ((await wayTo(control)) === null) return;
    await control.page().keyboard.press('ArrowRight');
  }
  throw new Error(`Arrows do not lead to ${String(control)}.`);
}
