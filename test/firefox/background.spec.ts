import { expect, test } from './fixtures.ts';

// K04
test(
  'a background that Firefox stops while Pinterest answers makes one pin',
  {
    tag: '@always',
  },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.pinFromMenu(page, '#hero');
    const held = pinterest.faults.add({ operation: 'pins/create', kind: 'hold' });
    await person.pinTo(popup, 'kit');
    await expect.poll(() => pinterest.faults.list()[0]?.waiting).toBe(1);
    await person.window.stopBackground();
    pinterest.faults.release(held);

    // Whatever the person opens next wakes it; left alone, an alarm does.
    await (await person.openPopup()).see({ role: 'combobox', name: 'Board' });
    await person.settles();
    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  },
);
