import { expect, it } from 'vitest';

import { dailyBudget, siteLanes } from '../storage/items';
import { createAccountStore } from './account';
import { followDay } from './follow-day';

it('what is left of the day, and what is said of a site, are shown as they change, until the view goes', async () => {
  const store = createAccountStore(() => Promise.reject(new Error('Nobody is asked.')), true);
  const view = new AbortController();
  followDay(store, view.signal);
  const left = { limit: 300, remaining: 299, resetAt: Date.now() + 1000 };
  await dailyBudget.setValue({ org_write: left, org_read: { ...left, resetAt: Date.now() - 1 } });
  await siteLanes.setValue({ 'a.test': 'create' });
  expect(store.getState()).toMatchObject({
    budget: { org_write: left },
    sites: { 'a.test': 'create' },
  });
  expect(store.getState().budget).not.toHaveProperty('org_read'); // that day is over

  view.abort();
  await siteLanes.setValue({});
  expect(store.getState().sites).toEqual({ 'a.test': 'create' });
});
