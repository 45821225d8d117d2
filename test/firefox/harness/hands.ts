import { Hands } from '../../by-hand/hands.ts';
import { accessibilityFaults } from './axe.ts';
import type { View } from './view.ts';

/** Gives the hands of a person without a mouse at a view of Firefox. */
export const handsOn = (view: View): Hands =>
  new Hands({
    run: (work, arg) => view.run(work, arg),
    press: (key) => view.press(key),
    type: (text) => view.type(text),
    files: (label, paths) => view.setFiles(label, paths),
    faults: () => accessibilityFaults(view),
  });
