import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { View } from './view.ts';

// It comes with what the tests in Chromium use.
const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));

/** Gives what axe has against a view of Firefox, one line for each; an empty list is a pass. */
export function accessibilityFaults(view: View): Promise<string[]> {
  const look = `async () => {
    ${readFileSync(near.resolve('axe-core/axe.min.js'), 'utf8')}
    // What is still fading in has less contrast than it is going to have.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { violations } = await window.axe.run(document);
    return violations.map(({ id, help, nodes }) =>
      id + ': ' + help + ' (' + nodes.map(({ target }) => target.join(' ')).join(', ') + ')');
  }`;
  // Functions go into a view as they are written.
  return view.run(
    Object.assign(async () => [''], { toString: () => look }),
    null,
  );
}
