import { expect, test } from './fixtures.ts';

const BOARD = 'Kitchen ideas';

test(
  'the account is connected in Pinterest’s own window, and the popup comes back',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    await person.visit(pinterest.pages.recipe);
    const popup = await person.connect();
    await popup.see({ role: 'combobox', name: 'Board' });
  },
);

test(
  'a photo is pinned from the menu, with its own bytes',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    // Not the picture that Tack would take of the page by itself.
    const popup = await person.pinFromMenu(page, '#flock');
    await person.pinTo(popup, 'kit');

    await expect.poll(() => pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
    const [pin] = pinterest.ledger.pins({ seeded: false });
    expect(pin).toMatchObject({ board: BOARD, width: 1000, contentType: 'image/jpeg' });
    // These photographs have nothing in them that is taken out before they are sent.
    const served = await page.run(async (path) => {
      const hash = await crypto.subtle.digest('SHA-256', await (await fetch(path)).arrayBuffer());
      return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
      );
    }, '/photos/march-pastoral-1000.jpg');
    expect(pin!.sha256).toBe(served);
  },
);
