import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { AccountView } from '../../lib/auth/types';
import { AppError } from '../../lib/errors';
import { answering, statsProps } from '../../test/stats-view';
import { RecentPins } from './RecentPins';

const list = () => ({ items: ['1', '2'].map((id) => ({ id, title: `Pin ${id}` })) });
const table = { all: { summary_metrics: { IMPRESSION: 40, SAVE: 0, OUTBOUND_CLICK: 1 } } };

afterEach(cleanup);

describe('the newest pins', () => {
  it('wait for their numbers without a word of what Pinterest counted', async () => {
    let give: (reply: unknown) => void = () => undefined;
    const numbers = new Promise((resolve) => (give = resolve));
    const { ask } = answering({ 'pins/list': list, 'multi_pins/analytics': () => numbers });
    render(<RecentPins {...statsProps} ask={ask} />);

    expect(await screen.findAllByText('…')).toHaveLength(2);
    expect(screen.queryByText('not counted yet')).toBeNull();
    give({ 1: table });
    expect(await screen.findByText('40')).toBeTruthy();
    expect(await screen.findAllByText('not counted yet')).toHaveLength(1);
  });

  it('say that numbers were not read where Pinterest gave none', async () => {
    const { ask } = answering({
      'pins/list': list,
      'multi_pins/analytics': () => {
        throw new AppError('api/unavailable', { status: 503 });
      },
    });
    render(<RecentPins {...statsProps} ask={ask} />);
    expect(await screen.findAllByText('not read')).toHaveLength(2);
    expect(screen.queryByText('not counted yet')).toBeNull();
  });

  it('have no numbers and no words of them in a personal account, which is said above', async () => {
    const refuse = () => {
      throw new AppError('api/rejected', { status: 403, apiCode: 403, message: 'Not authorized' });
    };
    const { ask } = answering({
      'pins/list': list,
      'multi_pins/analytics': refuse,
      'pins/analytics': refuse,
    });
    const account = { id: '1', accountType: 'PINNER' } as AccountView;
    render(<RecentPins {...statsProps} ask={ask} account={account} />);
    await screen.findByRole('button', { name: 'Pin 2' });
    await vi.waitFor(() => expect(screen.queryByText('…')).toBeNull());
    expect(screen.queryByText(/not read|not counted/)).toBeNull();
    expect(screen.queryByText(/business account/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
