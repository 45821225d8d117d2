import { expect } from '@playwright/test';

import { allScopes, type Flow, toLibrary } from './flow.ts';

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

export const accountFlows: readonly Flow[] = [circle, account, numbers];
