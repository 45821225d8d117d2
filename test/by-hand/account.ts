import { expect } from '@playwright/test';

import type { Fault } from '../pinterest/faults.ts';
import { daysAgo } from '../pinterest/testing.ts';
import { allScopes, begin, type Flow, forget, pinTo, toLibrary } from './flow.ts';

/** What is around the account, in the words of its page. */
const parts = [
  'Followers',
  'Following',
  'Followed boards',
  'Followed interests',
  'Linked businesses',
  'Claimed websites',
] as const;

/** People, interests and websites around the account. */
const circle: Flow = {
  name: 'what is around the account is read, list by list',
  does: [
    'followers/list',
    'user_following/get',
    'boards_user_follows/list',
    'user_account/followed_interests',
    'linked_business_accounts/get',
    'user_websites/get',
  ],
  async run(desk) {
    const panel = await toLibrary(desk);
    await panel.press('button', 'Around your account');
    for (const part of parts) {
      await panel.press('summary', `/^${part}/`);
      await panel.see('summary', `/^${part} \\d+$/`);
    }
    await panel.see('link', 'kitchen.localhost');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', '‹ All boards');
    await panel.reach('button', 'Around your account');
  },
};

/** A token in place of signing in: the account is read. */
const account: Flow = {
  name: 'another account is connected with a token, and it is named',
  does: ['user_account/get'],
  async run(desk) {
    const settings = await desk.settings();
    const grant = desk.pinterest.signIn(allScopes, 'tom_travels');
    await settings.write('textbox', 'Access token', grant.access.value);
    await settings.press('button', 'Connect with the token');
    await settings.says('@tom_travels');
  },
};

/** The numbers of the account and its pins. */
const numbers: Flow = {
  name: 'the account’s numbers, its top pins and videos, and those of one pin are read',
  does: [
    'user_account/analytics',
    'user_account/analytics/top_pins',
    'user_account/analytics/top_video_pins',
    'pins/analytics',
    'multi_pins/analytics',
  ],
  async run(desk) {
    const panel = await desk.panel();
    await panel.press('button', 'Top pins');
    await panel.press('checkbox', '/^Compare “/', ' ');
    const second = await panel.tells(
      () => document.querySelectorAll('input[aria-label^="Compare “"]')[1]?.ariaLabel ?? '',
    );
    await panel.press('checkbox', second, ' ');
    await panel.press('button', 'Compare');
    await panel.press('button', 'Back');
    const titles = new Set(desk.pinterest.ledger.pins().map(({ title }) => title ?? ''));
    const anyOf = [...titles].filter(Boolean).map((title) => title.replaceAll(/\W/g, '.'));
    await panel.press('button', `/^(${anyOf.join('|')})$/`);
    await panel.says('since it was made');
    expect(await panel.faults()).toEqual([]);
    await panel.press('button', 'Back');
    await panel.press('radio', 'Pins', 'ArrowRight');
    await panel.press('radio', 'Videos', 'ArrowLeft');
    await panel.press('button', 'All pins');
    await panel.says(' pins.');
  },
};

/** What may come in place of the numbers, and what is said of it. */
const attacks: readonly [Omit<Fault, 'operation'>, string][] = [
  [{ kind: 'html', body: '<h1>Sorry</h1>' }, 'The answer was not Pinterest’s'],
  [{ kind: 'status', status: 200, body: { all: { daily_metrics: [{}] } } }, 'not Pinterest’s'],
  [{ kind: 'status', status: 503, body: 'busy' }, 'Pinterest has a problem (503)'],
  [{ kind: 'drop-after' }, 'Pinterest can’t be reached'],
];

const faulty: Flow = {
  name: 'whatever comes in place of the numbers is named, and they are there once they are asked for again',
  does: ['user_account/analytics'],
  async run(desk) {
    const { faults } = desk.pinterest;
    const panel = await desk.panel();
    await panel.see('slider', '/./');
    for (const [attack, words] of attacks) {
      faults.clear();
      faults.add({ operation: 'user_account/analytics', ...attack, times: 100 });
      await panel.tells(forget);
      await panel.says(words);
      await panel.gone('slider', '/./');
      expect(await panel.faults()).toEqual([]);
      faults.clear();
      await panel.press('button', 'Try again');
      await panel.see('slider', '/./');
    }
  },
};

/** What Pinterest does not count for. */
const personal: Flow = {
  name: 'a personal account sees its pins and boards, and is told what it lacks and how to get it',
  does: ['user_account/get'],
  async run(desk) {
    const { ledger, signIn } = desk.pinterest;
    const settings = await desk.settings();
    const scopes = allScopes.filter((scope) => scope !== 'ads:read');
    const grant = signIn(scopes, 'tom_travels');
    await settings.write('textbox', 'Access token', grant.access.value);
    await settings.press('button', 'Connect with the token');
    await settings.says('Connected as @tom_travels');
    const panel = await desk.panel();
    const words = 'Pinterest counts for business accounts only, and yours is a personal one.';
    await panel.says(words);
    await panel.says('can become a business account at Pinterest, for free');
    expect(await panel.faults()).toEqual([]);
    const own = ledger.pins({ owner: 'tom_travels' }).length;
    await panel.press('button', 'All pins');
    await panel.says(`${own} of ${own} pins.`);
    await panel.press('button', 'Ads and audience');
    await panel.says('Tack was not allowed to do this.'); // a pasted token does not say what it may
    await panel.press('button', 'Top pins');
    await panel.see('button', 'See how, at Pinterest');
  },
};

/** Two weeks of which the second has a third of the first: a fall, whatever day it is. */
const fallen = () => ({
  all: {
    daily_metrics: Array.from({ length: 14 }, (_, at) => ({
      date: daysAgo(15 - at),
      data_status: 'READY',
      metrics: { OUTBOUND_CLICK: at < 7 ? 30 : 10, IMPRESSION: 100 },
    })),
  },
});

/** What is looked for once a day. */
const watched: Flow = {
  name: 'numbers are watched by rules, what they find is told, and can be cleared',
  does: ['user_account/analytics'],
  async run(desk) {
    const { faults } = desk.pinterest;
    const panel = await desk.panel();
    await panel.see('slider', '/./');
    await panel.press('button', 'Watching');
    await panel.press('checkbox', 'Look at my numbers once a day', ' ');
    await panel.press('button', 'Add a rule');
    expect(await panel.faults()).toEqual([]);
    const operation = 'user_account/analytics';
    faults.add({ operation, kind: 'status', status: 200, body: fallen() });
    await panel.press('button', 'Look now');
    await panel.says('Outbound clicks: down by 50% or more');
    await panel.press('button', 'Clear');
    await panel.gone('button', 'Clear');
  },
};

/** What an app may not do that Pinterest has not looked at yet. */
const trial: Flow = {
  name: 'an app with Trial access is told what it may not do, and what is left today',
  does: ['pins/create'],
  async run(desk) {
    const { ledger, pages, setApp } = desk.pinterest;
    setApp({ access: 'trial' });
    const before = ledger.requests('pins/create');
    await pinTo(await begin(desk, pages.recipe, 'On trial'), 'kit', 'Kitchen ideas');
    await expect.poll(() => ledger.requests('pins/create')).toBeGreaterThan(before);
    await desk.visit(pages.recipe);
    const panel = await desk.panel();
    await panel.press('tab', 'Stats', 'ArrowLeft');
    await panel.says('Apps with trial access may not create pins');
    await panel.see('button', 'Save with Pinterest');
    expect(await panel.faults()).toEqual([]);
    await (await desk.settings()).says('Creating and changing: 299 of 300');
    expect(ledger.pins({ seeded: false })).toEqual([]);
  },
};

export const accountFlows: readonly Flow[] = [
  circle,
  account,
  numbers,
  faulty,
  personal,
  watched,
  trial,
];
