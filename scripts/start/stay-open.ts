import path from 'node:path';

import { Person } from '../../test/e2e/harness/person.ts';
import type { LocalPinterest } from '../../test/pinterest/server.ts';
import type { Visit } from './visit.ts';

const whatToDo = (siteUrl: string) => `
A browser is open with Tack in it, on a recipe page.

  1. Click Tack in the toolbar (it may stand behind the puzzle piece), then "Connect Pinterest", then "Allow".
  2. Right-click a photo and choose "Pin this image".
  3. Type three letters of a board's name, press Enter, and Enter again.

The pins stand at ${siteUrl}. Close the browser or press Ctrl+C to end.`;

/** Opens the browser on the person's own screen and leaves it to them until they close it or the signal comes. */
export async function stayOpen({
  pinterest,
  extensionDir,
  profileDir,
  signal,
}: Visit): Promise<void> {
  const person = await Person.arrive({ extensionDir, profileDir, onScreen: true });
  const site = await person.context.newPage();
  await site.goto(pinterest.siteUrl);
  await person.visit(pinterest.pages.recipe);
  console.log(whatToDo(pinterest.siteUrl));
  const closed = person.context.waitForEvent('close', { timeout: 0 });
  const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
  await Promise.race([closed, stopped]);
  await person.leave().catch(() => undefined);
}

const howInFirefox = (manifest: string, recipe: string) => `
  1. Open Firefox, and in it about:debugging#/runtime/this-firefox
  2. Press "Load Temporary Add-on…" and choose ${manifest}
  3. Open ${recipe}, press Tack in the toolbar, then "Connect Pinterest", then "Allow".
  4. Right-click a photo and choose "Pin this image".

Press Ctrl+C to end.`;

/** Leaves the local Pinterest to a Firefox that the person opens: it takes an add-on that is not signed from nobody but them. */
export async function stayForFirefox(
  { pages }: LocalPinterest,
  extensionDir: string,
  signal: AbortSignal,
): Promise<void> {
  console.log(howInFirefox(path.join(extensionDir, 'manifest.json'), pages.recipe));
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}
