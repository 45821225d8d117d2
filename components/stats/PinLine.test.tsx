import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { pinRowOf } from '../../lib/stats/pins';
import { PinLine, type PinLineProps } from './PinLine';

const show = (given: Pick<PinLineProps, 'numbers' | 'missing'>) =>
  render(
    <PinLine
      {...given}
      pin={pinRowOf({ id: '1', title: 'Rye' })}
      now={0}
      siteUrl=""
      compared={[]}
      boardName={() => ''}
      onOpenPin={() => undefined}
      onCompare={() => undefined}
    />,
  );

const shownNumbers = () =>
  [...document.querySelectorAll('.pin-line-numbers > span > [aria-hidden]')].map(
    ({ textContent }) => textContent,
  );

afterEach(cleanup);

describe('a pin with its numbers', () => {
  it('keeps each number below its own heading where another one is not known', () => {
    show({ numbers: { IMPRESSION: 7, SAVE: null, OUTBOUND_CLICK: 2 } });
    expect(shownNumbers()).toEqual(['7', '–', '2']);
    expect(screen.getByText(/Saves: not counted yet/)).toBeTruthy();
  });

  it('says “not counted yet” only where Pinterest has not counted', () => {
    show({ numbers: { IMPRESSION: null } });
    expect(screen.getByText('not counted yet')).toBeTruthy();
    cleanup();
    show({ numbers: null, missing: 'coming' });
    expect(screen.getByText('…')).toBeTruthy();
    cleanup();
    show({ numbers: null, missing: 'unread' });
    expect(screen.getByText('not read')).toBeTruthy();
    expect(screen.queryByText('not counted yet')).toBeNull();
  });
});
