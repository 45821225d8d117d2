import { expect, type TestInfo } from '@playwright/test';

import { FILES } from '../../by-hand/making.ts';
import type { LocalPinterest } from '../../pinterest/server.ts';
import { makeVideo, measured } from '../../pinterest/videos.ts';
import type { Person } from './person.ts';
import type { Tab } from './tab.ts';

/** Makes a video of a few megabytes, most of them no film. Gives its file. */
export const video = (info: TestInfo, padding = 4_000_000): Promise<string> =>
  makeVideo({ file: info.outputPath('clip.mp4'), padding });

/** Begins a pin of a video over the recipe, ready to be pinned. */
export async function compose(
  person: Person,
  { pages }: LocalPinterest,
  file: string,
): Promise<Tab> {
  await person.visit(pages.recipe);
  await (await person.openPopup()).see({ role: 'combobox', name: 'Board' });
  const view = await person.popupAsPage();
  await view.click({ role: 'button', name: 'Other' });
  await view.click({ role: 'summary', name: 'Add another picture' });
  await view.setFiles(FILES, [file]);
  await view.click({ role: 'button', name: 'Use this picture' });
  await view.says('0:06');
  return view;
}

/** Holds one pin with all bytes of one file against what Pinterest has. */
export async function expectOnePin({ ledger }: LocalPinterest, file: string): Promise<void> {
  const pins = () => ledger.pins({ seeded: false });
  await expect.poll(pins, { timeout: 90_000 }).toMatchObject([{ kind: 'video' }]);
  const { size, sha256 } = await measured(file);
  const received = ledger.media().flatMap((media) => media.received ?? []);
  expect(received).toMatchObject([{ size, sha256 }]);
}
