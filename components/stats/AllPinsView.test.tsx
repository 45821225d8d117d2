import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { AccountView } from '../../lib/auth/types';
import { AppError } from '../../lib/errors';
import { answering, statsProps } from '../../test/stats-view';
import { AllPinsView } from './AllPinsView';
import { Boards } from './Boards';

/** An account of 10,001 pins; none of them leads to the page that is looked at but the oldest. */
const manyPins = ({ bookmark = '0' }: { bookmark?: string }) => {
  const isLast = bookmark === '40';
  return {
    items: Array.from({ length: isLast ? 1 : 250 }, (_, at) => ({
      id: `${bookmark}-${at}`,
      board_id: '1',
      link: isLast ? 'https://bread.example/rye' : '',
      pin_metrics: { '90d': { impression: 1 } },
    })),
    bookmark: isLast ? null : `${Number(bookmark) + 1}`,
  };
};

const regionOf = (name: string) => screen.getByRole('region', { name });

afterEach(cleanup);

describe('lists of all pins', () => {
  it('say that the newest 10,000 are read, and read on where that is wanted', async () => {
    const { ask } = answering({ 'pins/list': manyPins });
    render(<AllPinsView {...statsProps} ask={ask} pageUrl="https://bread.example/rye" />);
    expect(await screen.findByText('0 of your newest 10,000 pins.')).toBeTruthy();
    expect(regionOf('Pins of this page').getAttribute('aria-busy')).toBe('false');

    fireEvent.click(screen.getByRole('button', { name: 'Read on' }));
    expect(await screen.findByText('1 of 10,001 pins.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Read on' })).toBeNull();
  });

  it('are added up by board as far as they are read, and say how far that is', async () => {
    const { ask } = answering({ 'pins/list': manyPins });
    render(<Boards {...statsProps} ask={ask} />);
    expect(await screen.findByText('10,000 of your newest 10,000 pins.')).toBeTruthy();
    expect(regionOf('Boards').getAttribute('aria-busy')).toBe('false');
    expect(screen.getByRole('rowheader', { name: 'Board 1' })).toBeTruthy();
  });

  it('do not promise more where the rest could not be read', async () => {
    const { ask } = answering({
      'pins/list': ({ bookmark }) => {
        if (bookmark === '1') throw new AppError('api/unavailable', { status: 503 });
        return manyPins({});
      },
    });
    render(<AllPinsView {...statsProps} ask={ask} />);
    expect(await screen.findByText('250 of 250 pins; the rest could not be read.')).toBeTruthy();
  });

  it('say what a personal account lacks where its pins come without numbers, and not of one that has some', async () => {
    const account = { id: '1', accountType: 'PINNER' } as AccountView;
    const pinsWith = (pin_metrics: unknown) =>
      answering({
        'pins/list': () => ({ items: [{ id: '1', title: 'Rye', board_id: '1', pin_metrics }] }),
      }).ask;
    for (const View of [AllPinsView, Boards]) {
      render(<View {...statsProps} ask={pinsWith(null)} account={account} />);
      expect(await screen.findByText(/business accounts only/)).toBeTruthy();
      expect(screen.queryByText('not counted yet')).toBeNull();
      cleanup();
      render(
        <View {...statsProps} ask={pinsWith({ '90d': { impression: 3 } })} {...{ account }} />,
      );
      expect(await screen.findByText('1 of 1 pins.')).toBeTruthy();
      expect(screen.queryByText(/business accounts only/)).toBeNull();
      cleanup();
    }
  });
});
