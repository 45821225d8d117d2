import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { allowReloads } from './harness/extensions-page.ts';

const BOARD = 'Kitchen ideas';
/** One for each moment here; `npm run chaos` does it by the hundred. */
const TRIES = 2;

/** Where the worker is stopped, and what Pinterest does with the request meanwhile. */
const moments = ['hold', 'hold-before'] as const;

// K01, K04
test(
  'a worker stopped at any moment between Enter and the toast makes one pin each time',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
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
  },
);

// K02, K17
test(
  'a browser killed right after a pin was queued makes one pin each time',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
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
  },
);

test('a background that answers nothing any more is said, and the notice’s button starts it anew', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const first = await person.openPopup(page);
  await first.getByRole('textbox', { name: 'Title', exact: true }).fill('Kept');
  await person.closeView(first);
  await allowReloads(person.context);
  const [worker] = person.context.serviceWorkers();
  // Nothing that is sent to it is heard from now on, as where the browser keeps a worker it tells nothing any more.
  void worker
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);

  const popup = await person.openPopup(page);
  await expect(popup.getByText('Tack’s background does not answer.')).toBeVisible({
    timeout: 30_000,
  });
  expect(await accessibilityFaults(popup)).toEqual([]);
  // The view may be gone before the click has returned.
  const restart = popup.getByRole('button', { name: 'Restart Tack' });
  await restart.click().catch(() => undefined);

  await person.popupCloses(popup);
  const again = await person.openPopup(await person.visit(pinterest.pages.recipe));
  await expect(again.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Kept');
  await person.pinTo(again, 'kit');
  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }).map(({ title }) => title))
    .toEqual(['Kept']);
});
