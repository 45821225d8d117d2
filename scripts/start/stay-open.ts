import { Person } from '../../test/e2e/harness/person.ts';
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
