import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';

import { MARCH_10 } from '../../test/stats-view';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';

/** The bar of a view, which says the days that it shows. */
function View() {
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const { from, to } = periodOf(choice, MARCH_10);
  return (
    <>
      <PeriodBar {...{ choice }} now={MARCH_10} onChoose={setChoice} />
      <output>{`${from} ${to}`}</output>
    </>
  );
}

const shownDays = () => screen.getByRole('status').textContent;

function open(): HTMLInputElement {
  render(<View />);
  fireEvent.click(screen.getByRole('radio', { name: 'Between…' }));
  return screen.getByLabelText<HTMLInputElement>('From');
}

/** As a browser does with each key that makes a date, or takes it away. */
function type(field: HTMLInputElement, value: string): void {
  fireEvent.keyDown(field, { key: '2' });
  field.value = value;
  fireEvent.input(field);
  fireEvent.change(field);
}

afterEach(cleanup);

describe('days of the person’s own', () => {
  it('are shown once they are typed, not while they are', () => {
    const from = open();
    const before = shownDays();
    type(from, '');
    expect([shownDays(), from.value]).toEqual([before, '']);
    type(from, '0002-03-01');
    expect([shownDays(), from.value]).toEqual([before, '0002-03-01']);
    type(from, '2026-03-01');
    fireEvent.keyDown(from, { key: 'Enter' });
    expect(shownDays()).toBe('2026-03-01 2026-03-09');
  });

  it('are shown when the field is left, inside what Pinterest has', () => {
    const from = open();
    type(from, '2020-01-01');
    fireEvent.blur(from);
    expect(shownDays()).toBe('2025-12-11 2026-03-09');
    expect(from.value).toBe('2025-12-11');
  });

  it('stay as they were where a field is left empty', () => {
    const from = open();
    const before = shownDays();
    type(from, '');
    fireEvent.blur(from);
    expect(shownDays()).toBe(before);
    expect(from.value).toBe(before?.slice(0, 10));
  });

  it('are shown at once where one is picked in the calendar', () => {
    const from = open();
    fireEvent.pointerDown(from);
    from.value = '2026-03-05';
    fireEvent.change(from);
    expect(shownDays()).toBe('2026-03-05 2026-03-09');
  });
});
