import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../../../scripts/run.ts';
import type { Seen } from './gallery-look.ts';

const folder = path.join(root, 'test/gallery/golden');

/** A letter's width and a half: fonts of two machines may differ by a pixel a word, and a broken layout by far more. */
const SLACK_PX = 8;
const SLACK_SHARE = 0.03;

/** The name of a state's files: `popup-board-typed` for `popup/board typed`. */
export const fileName = (state: string): string =>
  state
    .replaceAll(/[^\p{L}\d]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();

/** What a state shows in light and in dark; boxes are the same in both. */
export interface Looks {
  light: readonly Seen[];
  dark: readonly Seen[];
}

const hex = (colours: string) =>
  colours.replaceAll(/rgba?\(([^)]*)\)/g, (_, parts: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = parts.split(/[ ,/]+/).map(Number);
    const all = alpha < 1 ? [red, green, blue, Math.round(alpha * 255)] : [red, green, blue];
    return `#${all.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  });

const linesOf = ({ light, dark }: Looks): string[] =>
  light.map(({ box, colours, text }, at) =>
    [box.join(' '), hex(colours), hex(dark[at]?.colours ?? ''), text].join(' | '),
  );

/** Writes down what a state shows, for later runs to be held against. */
export async function record(state: string, looks: Looks): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${fileName(state)}.txt`), `${linesOf(looks).join('\n')}\n`);
}

/**
 * Gives how a state differs from what was recorded, a line each. Texts, their order and colours are the same to the letter;
 * boxes may be a few pixels off, as fonts and browsers differ between machines.
 * @param share of itself that a length may be off; another browser breaks lines elsewhere
 */
export async function differences(
  state: string,
  looks: Looks,
  share = SLACK_SHARE,
): Promise<string[]> {
  const file = path.join(folder, `${fileName(state)}.txt`);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === '') return ['how it looks was not recorded (npm run gallery -- record)'];
  const [was, is] = [before.trimEnd().split('\n'), linesOf(looks)];
  const found = Array.from({ length: Math.max(was.length, is.length) }, (_, at) =>
    isAlike(was[at], is[at], share) ? [] : [`- ${was[at] ?? ''}\n+ ${is[at] ?? ''}`],
  );
  return found.flat().slice(0, 5); // one that is gone moves all that come after it
}

/** Gives what was recorded of states that are there no more. */
export async function leftOver(states: readonly string[]): Promise<string[]> {
  const files = new Set(states.map((state) => `${fileName(state)}.txt`));
  const recorded = await readdir(folder).catch(() => []);
  return recorded.filter((file) => !files.has(file)).map((file) => `${file} is of no state`);
}

/** Forgets what was recorded of states that are there no more. */
export async function forgetLeftOver(states: readonly string[]): Promise<void> {
  for (const line of await leftOver(states)) await rm(path.join(folder, line.split(' ')[0] ?? ''));
}

function isAlike(was: string | undefined, is: string | undefined, share: number): boolean {
  if (was === undefined || is === undefined) return false;
  const [wasBox = '', ...wasRest] = was.split(' | ');
  const [isBox = '', ...isRest] = is.split(' | ');
  if (wasRest.join() !== isRest.join()) return false;
  const [one, other] = [wasBox, isBox].map((box) => box.split(' ').map(Number));
  return (one ?? []).every((value, at) => {
    const slack = Math.max(SLACK_PX, value * share);
    return Math.abs(value - (other?.[at] ?? NaN)) <= slack;
  });
}
