import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { AppError } from '../../lib/errors';
import { answering, statsProps } from '../../test/stats-view';
import { TopPins } from './TopPins';

const top = [
  { pin_id: '1', metrics: { IMPRESSION: 900, SAVE: 31 }, data_status: { SAVE: 'READY' } },
  {
    pin_id: '2',
    metrics: { IMPRESSION: 400, OUTBOUND_CLICK: 7 },
    data_status: { SAVE: 'ESTIMATE' },
  },
  { pin_id: '3', metrics: { IMPRESSION: 300, SAVE: 0, OUTBOUND_CLICK: 1 } },
  {
    pin_id: '4',
    metrics: { IMPRESSION: 200, SAVE: 0, OUTBOUND_CLICK: 5 },
    data_status: { SAVE: 'PROCESSING', OUTBOUND_CLICK: 'BEFORE_PIN_CREATED' },
  },
];

const open = (isShown: (id: unknown) => boolean = () => true) => {
  const { ask, asked } = answering({
    'user_account/analytics/top_pins': () => ({ pins: top }),
    'user_account/analytics/top_video_pins': () => ({ pins: [] }),
    'pins/get': ({ pin_id: id }) => {
      if (isShown(id)) return { id, title: `Loaf ${String(id)}` };
      throw new AppError('api/rejected', { status: 403, apiCode: 29, message: '' });
    },
  });
  render(<TopPins {...{ ...statsProps, ask }} />);
  return asked;
};

/** Each line: its name, and its numbers as the eye reads them. */
const lines = () =>
  screen.getAllByRole('listitem').map((line) => ({
    name: line.querySelector('.pin-line-title')!.textContent,
    numbers: [...line.querySelectorAll('.pin-line-numbers > span > [aria-hidden]')].map(
      ({ textContent }) => textContent,
    ),
  }));

afterEach(cleanup);

describe('the top pins', () => {
  it('show each of the reply’s numbers below its heading, in the reply’s order', async () => {
    open();
    await screen.findByRole('button', { name: 'Loaf 4' });
    expect(lines()).toEqual([
      { name: 'Loaf 1', numbers: ['900', '31', '–'] },
      { name: 'Loaf 2', numbers: ['400', '–', '7'] },
      { name: 'Loaf 3', numbers: ['300', '0', '1'] },
      { name: 'Loaf 4', numbers: ['200', '–', '–'] }, // a zero that nobody has counted yet
    ]);
    expect(screen.getByText(/^An estimate/)).toBeTruthy();
  });

  it('are all named but for one that Pinterest does not show', async () => {
    open((id) => id !== '2');
    await screen.findByRole('button', { name: 'Loaf 4' });
    expect(lines().map(({ name }) => name)).toEqual(['Loaf 1', 'Pin 2', 'Loaf 3', 'Loaf 4']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are read anew, whatever the session holds, where that is wanted', async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Read again' }));
    expect(asked('user_account/analytics/top_pins')).toHaveLength(2);
  });
});
