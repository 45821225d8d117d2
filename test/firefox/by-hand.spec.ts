import { findCommand } from '../../scripts/browser.mjs';
import { allScopes, doByHand, type Desk } from '../by-hand/flow.ts';
import { flows } from '../by-hand/flows.ts';
import { test } from './fixtures.ts';
import { takeFile } from './harness/downloads.ts';
import { handsOn } from './harness/hands.ts';
import type { Person } from './harness/person.ts';

/** The person's browser as flows see it. */
const deskOf = (person: Person, pinterest: Desk['pinterest']): Desk => ({
  pinterest,
  async visit(url) {
    await person.window.tidy();
    await person.visit(url);
  },
  inPage: async (work) => (await person.firstTab()).run(work, null),
  closedPages: ['about:support', `view-source:${pinterest.pages.recipe}`],
  popup: async () => handsOn(await person.openPopup()),
  async panel() {
    await person.visit(pinterest.pages.recipe);
    return handsOn(await person.openSidebar());
  },
  async settings() {
    const settings = await person.settings();
    await settings.show();
    return handsOn(settings);
  },
  popupAsPage: async () => handsOn(await person.popupAsPage()),
  saved: () => takeFile(person.firefox),
});

for (const flow of flows) {
  test(flow.name, async ({ person, pinterest }) => {
    test.skip(Boolean(flow.needs && !findCommand(flow.needs)), `${flow.needs} is not here`);
    await person.connectWith(pinterest.signIn(allScopes).access.value);
    await doByHand(flow, deskOf(person, pinterest));
  });
}
