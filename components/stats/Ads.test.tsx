import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { AccountView } from '../../lib/auth/types';
import { answering, statsProps, tableOf } from '../../test/stats-view';
import { AdNumbers } from './AdNumbers';
import { Ads } from './Ads';
import { Audience } from './Audience';

const account = { id: 'me', scopes: ['ads:read'] } as unknown as AccountView;

afterEach(cleanup);

describe('ads', () => {
  it('are of any of the person’s ad accounts, however many there are', async () => {
    const { ask } = answering({
      'ad_accounts/list': ({ bookmark }) =>
        bookmark
          ? { items: [{ id: '9', name: 'The last' }], bookmark: null }
          : { items: [{ id: '1', name: 'The first' }], bookmark: 'next' },
      'ad_accounts/get': ({ ad_account_id: id }) => ({ id }),
      'ad_account/analytics': () => [],
      'delivery_metrics/get': () => ({ items: [] }),
      'audience_insights_scope_and_type/get': () => ({ items: [] }),
      'audience_insights/get': () => ({}),
    });
    render(<Ads {...{ ...statsProps, ask, account }} />);
    expect(await screen.findByRole('option', { name: 'The last' })).toBeTruthy();
    expect(screen.getByRole('option', { name: 'The first' })).toBeTruthy();
  });

  it('say that there are none, once all were read', async () => {
    const { ask } = answering({ 'ad_accounts/list': () => ({ items: [], bookmark: null }) });
    render(<Ads {...{ ...statsProps, ask, account }} />);
    expect(await screen.findByText(/no ad account/i)).toBeTruthy();
  });
});

describe('the table of ads', () => {
  it('shows each of the reply’s numbers to its last place, and none for one that is not there', async () => {
    const row = { AD_ACCOUNT_ID: '5', DATE: '2026-03-01', TOTAL_IMPRESSION: 12_345 };
    const { ask } = answering({
      'ad_account/analytics': () => [
        { ...row, SPEND_IN_DOLLAR: 1.25, CTR: 0.000_34, CAMPAIGN_ID: 549_755_000_001 },
      ],
      'delivery_metrics/get': () => ({ items: [] }),
    });
    render(<AdNumbers {...{ ...statsProps, ask }} adAccountId="5" />);
    const table = tableOf(await screen.findByRole('table', { name: 'How the ads do' }));
    expect(table.get('2026-03-01')).toEqual({
      SPEND_IN_DOLLAR: '1.25',
      TOTAL_IMPRESSION: '12,345',
      TOTAL_CLICKTHROUGH: 'not counted yet',
      CTR: '0.00034',
      CAMPAIGN_ID: '549755000001',
    });
  });
});

describe('an audience', () => {
  const show = (reply: object) => {
    const { ask } = answering({
      'audience_insights_scope_and_type/get': () => ({ items: [] }),
      'audience_insights/get': () => reply,
    });
    render(<Audience {...{ ...statsProps, ask }} adAccountId="5" />);
  };

  it('shows the shares that Pinterest gives, each of them', async () => {
    show({
      size: 40_000,
      demographics: { ages: [{ key: '25-34', ratio: 0.31 }, { key: '35-44' }], devices: [] },
      categories: [{ key: 'food', name: 'Food', ratio: 0.07 }],
    });
    expect(await screen.findByText('40,000 people.')).toBeTruthy();
    const shares = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(shares).toEqual(['31%', 'not counted yet', '7%']);
    expect(screen.queryByText(/tells nothing/)).toBeNull();
  });

  it('is said to be untold where Pinterest gives no share', async () => {
    show({ demographics: { ages: [] } });
    expect(
      await screen.findByText('Pinterest tells nothing of who this audience is.'),
    ).toBeTruthy();
  });
});
