import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import type { AccountView } from '../../lib/auth/types';
import { watchLook, watchNews, watchSettings } from '../../lib/storage/late-items';
import { USUAL_WATCH, type WatchLook } from '../../lib/watch/rules';
import { MARCH_10, statsProps } from '../../test/stats-view';
import { Watching } from './Watching';

const account = { id: 'me', accountType: 'PINNER' } as AccountView;
const looked = (news: Partial<WatchLook>): WatchLook => ({
  at: MARCH_10,
  accountId: 'me',
  error: null,
  found: 0,
  hasOlder: false,
  ...news,
});
const show = () => render(<Watching {...statsProps} account={account} ask={vi.fn()} />);
const storedRules = async () =>
  ((await watchSettings.getValue()) as typeof USUAL_WATCH).rules.map((rule) => [
    rule.kind,
    rule.metric,
    rule.kind === 'passes' ? rule.value : rule.share,
  ]);

beforeEach(() => watchSettings.setValue({ ...USUAL_WATCH, isOn: true }));
afterEach(cleanup);

describe('watching', () => {
  it('says before the first look when that is, and busy until something came of one', async () => {
    const create = vi.spyOn(browser.alarms, 'create');
    show();
    expect(await screen.findByText(/^Not looked yet/)).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Look now' });
    fireEvent.click(button);
    expect(await screen.findByText('Looking…')).toBeTruthy();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(create).toHaveBeenCalledWith('tack-watch', { when: expect.any(Number) as number });

    await watchLook.setValue(looked({ hasOlder: true, isUntold: true }));
    expect(
      await screen.findByText(/^Looked .*Nothing new\. Pins that are above it.* Rules about weeks/),
    ).toBeTruthy();
    expect(button.getAttribute('aria-disabled')).toBeNull();
  });

  it.each([
    ['a personal account', { code: 'api/not-found', data: { kind: 'other' } }, /business account/],
    ['an app on trial', { code: 'api/trial-access', data: undefined }, /Standard access/],
    ['nobody', { code: 'auth/signed-out', data: undefined }, /[Ss]ign(ed)? (in|out)/],
  ] as const)('says of %s why nothing was found', async (_, error, words) => {
    await watchLook.setValue(looked({ error, accountId: '' }));
    show();
    expect(await screen.findAllByText(words)).not.toEqual([]);
  });

  it('says nothing of a look at another account', async () => {
    await watchLook.setValue(looked({ accountId: 'other', found: 3 }));
    show();
    expect(await screen.findByText(/^Not looked yet/)).toBeTruthy();
  });

  it('has rules of any metric, and as many as are wanted', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
    const added = screen.getAllByRole('group').at(-1)!;
    fireEvent.change(within(added).getByRole('combobox', { name: 'Metric' }), {
      target: { value: 'PIN_CLICK' },
    });
    fireEvent.change(within(added).getByRole('combobox', { name: 'Tell me when' }), {
      target: { value: 'rises' },
    });
    fireEvent.click(screen.getByRole('button', { name: /^Remove: .*Outbound clicks$/ }));
    expect(await storedRules()).toEqual([
      ['passes', 'SAVE', 1000],
      ['rises', 'IMPRESSION', 1],
      ['rises', 'PIN_CLICK', 0.5],
    ]);
  });

  it('shows what was found, and leads to the pin', async () => {
    const rule = USUAL_WATCH.rules[0]!;
    await watchNews.setValue([{ at: MARCH_10, accountId: 'me', rule, pinId: '11' }]);
    const onOpenPin = vi.fn();
    render(<Watching {...statsProps} {...{ account, onOpenPin }} ask={vi.fn()} />);
    expect(await screen.findByText('A pin passed 1,000 Saves in 89 days')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'See the pin' }));
    expect(onOpenPin).toHaveBeenCalledWith('11');
  });
});
