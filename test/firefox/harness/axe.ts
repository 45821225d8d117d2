import { axeFaults, axeScript } from '../../axe.ts';
import type { View } from './view.ts';

/** Gives what axe has against a view of Firefox, one line for each; an empty list is a pass. */
export function accessibilityFaults(view: View): Promise<string[]> {
  const look = `async () => {
    ${axeScript}
    return (${axeFaults.toString()})();
  }`;
  // Functions go into a view as they are written.
  return view.run(
    Object.assign(async () => [''], { toString: () => look }),
    null,
  );
}
