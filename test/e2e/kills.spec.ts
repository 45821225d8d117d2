import { expect, test } from '../e2e/fixtures.ts';

const BOARD = 'Kitchen ideas';
/** One for each moment here; `npm run chaos` does it by the hundred. */
const TRIES = 2;

/** Where the worker is stopped, and what Pinterest does with the request meanwhile. */
const moments = ['hold', 'hold-before'] as const;

// K01, K04
test('a worker stopped at any moment between Enter and the toast makes one pin each time', async ({
  connected: person,
  pinterest,
}) => {
  test.setTimeout(240_000);
  let popup = await person.openPopup(await person.visit(pinterest.pages.recipe));

  for (let count = 1; count <= TRIES; count += 1) {
    const page = await person.visit(`${pinterest.pages.recipe}&try=${count}`);
    popup = await person.openPopup(page);
    await popup.getByRole('textbox', { name: 'Title', exact: true }).fill(`Try ${count}`);
    const kind = moments[count % moments.length] ?? 'hold';
    // Pinterest may be late, but not later than the looks that take a pin for absent: 3 s at the tests' pace.
    pinterest.faults.add({ operation: 'pins/create', kind, ms: 1000 });
    await person.pinTo(popup, 'kit');
    if (count > 1) await person.answerAgain(popup); // the page's picture is always the same
    await new Promise((resolve) => setTimeout(resolve, count * 15));
    await person.worker.stop();

    await person.toast.says(page, `Pinned to ${BOARD}`, 60_000);
    pinterest.faults.clear();
  }
  const made = pinterest.ledger.pins({ seeded: false }).map(({ title }) => title);
  expect(made.toReversed()).toEqual(
    Array.from({ length: TRIES }, (_, index) => `Try ${index + 1}`),
  );
});

// K02, K17
test('a browser killed right after a pin was queued makes one pin each time', async ({
  connected: person,
  pinterest,
}) => {
  test.setTimeout(240_000);
  await person.closeView(await person.openPopup(await person.visit(pinterest.pages.recipe)));

  for (let count = 1; count <= TRIES; count += 1) {
    const popup = await person.openPopup(await person.visit(pinterest.pages.recipe));
    await popup.getByRole('textbox', { name: 'Title', exact: true }).fill(`Kill ${count}`);
    const kind = moments[count % moments.length] ?? 'hold';
    const fault = pinterest.faults.add({ operation: 'pins/create', kind });
    await person.pinTo(popup, 'kit');
    if (count > 1) await person.answerAgain(popup); // the page's picture is always the same
    await person.popupCloses(popup);
    await person.lose();
    pinterest.faults.release(fault);
    pinterest.faults.clear();
    await person.comeBack();

    await expect
      .poll(() => pinterest.ledger.pins({ seeded: false }).length, { timeout: 30_000 })
      .toBe(count);
  }
  const titles = pinterest.ledger.pins({ seeded: false }).map(({ title }) => title);
  expect(new Set(titles).size).toBe(TRIES);
});
