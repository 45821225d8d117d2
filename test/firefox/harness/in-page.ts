import { waitFor } from '../../e2e/harness/wait.ts';
import type { Person } from './person.ts';
import type { Tab } from './tab.ts';

/** Waits for a control of what Tack shows in a page, and gives its place. */
export const seeControl = (person: Person, mark: string, name: string) =>
  waitFor(
    async () => {
      const drawn = await person.inPage.drawn(mark).catch(() => null);
      return drawn?.controls.find((control) => control.name === name);
    },
    { for: `${name} in the page` },
  );

/** Gives what tells what Tack says in a page; '' while it says nothing. */
export const says = (person: Person, mark: string) => async (): Promise<string> =>
  (await person.inPage.drawn(mark).catch(() => null))?.text ?? '';

/** The small window with the composer, which stands in for a popup that Firefox does not open by itself. */
export const seeWindow = (person: Person): Promise<Tab> =>
  person.seeTab(({ url }) => /popup[.]html\?.*window=1/.test(url), 'the small window');
