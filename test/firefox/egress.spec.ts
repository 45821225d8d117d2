import { expect, test } from './fixtures.ts';

// P03, X08
test(
  'a host that Tack has no business with is told of, and with it every flow would fail',
  { tag: '@always' },
  async ({ connected: person, firefox, pinterest }) => {
    await person.visit(pinterest.pages.recipe);
    await (await person.openPopup()).see({ role: 'combobox', name: 'Board' });
    const seen = await firefox.takeEgress();
    const toPinterest = seen.rows.filter(({ by, for: what }) => by === 'tack' && what === 'empty');
    expect(new Set(toPinterest.map(({ host }) => host))).toEqual(new Set(['pinterest.localhost']));
    expect(seen.strangers).toEqual([]);

    const settings = await person.settings();
    await settings.run(() => {
      new Image().src = 'http://collector.invalid/a.gif';
    }, null);
    await expect
      .poll(async () => (await firefox.takeEgress()).strangers)
      .toEqual(['tack image collector.invalid/a.gif']);
  },
);
