import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type axe from 'axe-core';

/** All of axe as one script, to be put into the page that is looked at: the short one, which is read sooner. */
export const axeScript = readFileSync(
  fileURLToPath(import.meta.resolve('axe-core/axe.min.js')),
  'utf8',
);

/**
 * Gives what axe has against the page that this runs in, one line for each; an empty list is a pass. It asks for WCAG 2.2 AA
 * and axe's best practices. It is sent to the page as it is written, after `axeScript`, and uses nothing from around it.
 */
export async function axeFaults(): Promise<string[]> {
  // What is still fading in has less contrast than it is going to have; what never ends is not waited for.
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
  await Promise.allSettled(ending.map(({ finished }) => finished));
  const here = (globalThis as never as { axe: typeof axe }).axe;
  // A list of all that passed takes ten times as long to put together, and nobody reads it.
  const { violations } = await here.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${id}: ${help} (${where})`;
  });
}
