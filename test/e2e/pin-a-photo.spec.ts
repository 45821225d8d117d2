import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn } from './harness/views.ts';

const BOARD = 'Kitchen ideas';

// K02
test(
  'a photo is pinned from the real context menu, with its own bytes',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
    const page = await person.visit(pinterest.pages.recipe);

    const popup = await person.pinFromMenu(page.locator('#hero'));
    await person.pinTo(popup, 'kit');
    await person.popupCloses(popup);

    await person.toast.says(page, `Pinned to ${BOARD}`);
    const [pin, ...more] = pinterest.ledger.pins({ seeded: false });
    expect(more).toEqual([]);
    expect(pin).toMatchObject({ board: BOARD, width: 1600, contentType: 'image/jpeg' });
  },
);

test(
  'the popup pins by keyboard alone, and Undo in the toast takes the pin back',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);

    const popup = await person.connect(page);
    await composerIn(popup).board.waitFor();
    expect(await accessibilityFaults(popup)).toEqual([]);
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, `Pinned to ${BOARD}`);
    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);

    await person.toast.press(page, 'Undo');
    await person.toast.says(page, 'Taken back');
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
    expect(pinterest.ledger.deletedPins()).toHaveLength(1);
  },
);

// K04
test('a worker stopped while Pinterest answers makes one pin', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const held = pinterest.faults.add({ operation: 'pins/create', kind: 'hold' });

  await person.pinTo(popup, 'kit');
  await expect.poll(() => pinterest.faults.list()[0]?.waiting).toBe(1);
  await person.worker.stop();
  pinterest.faults.release(held);

  await person.toast.says(page, `Pinned to ${BOARD}`, 60_000);
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
});

test('a browser killed right after the pin was queued makes one pin when it is back', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  pinterest.faults.add({ operation: 'pins/create', kind: 'drop-before' });

  await person.pinTo(popup, 'kit');
  await person.popupCloses(popup);
  await person.lose();
  await person.comeBack();
  await person.openPopup(await person.visit(pinterest.pages.recipe));

  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }).length, { timeout: 30_000 })
    .toBe(1);
});
