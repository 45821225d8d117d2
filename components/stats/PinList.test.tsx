import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { pinRowOf, type PinRow } from '../../lib/stats/pins';
import { PinList } from './PinList';

const pins = Array.from({ length: 500 }, (_, index) =>
  pinRowOf({ id: `${index}`, title: `Pin ${index}` }),
);

/** The list as a view shows it, which says of how many pins it gave the numbers. */
function show() {
  const numbersOf = vi.fn((pin: PinRow) => ({ IMPRESSION: Number(pin.id) }));
  const element = (compared: string[]) => (
    <PinList
      {...{ pins, numbersOf, compared }}
      now={0}
      siteUrl=""
      boardName={() => ''}
      onOpenPin={() => undefined}
      onCompare={() => undefined}
    />
  );
  const { rerender } = render(element([]));
  return { numbersOf, compare: (id: string) => rerender(element([id])) };
}

const shownTitles = () =>
  screen.getAllByRole('listitem').map((row) => row.querySelector('button')?.textContent);

async function scrollTo(top: number): Promise<void> {
  const list = screen.getByRole('list');
  await act(() => {
    list.scrollTop = top;
    fireEvent.scroll(list);
  });
}

beforeEach(() => {
  // Nothing is laid out here: ten rows fit.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(570);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
});
afterEach(cleanup);

describe('a long list of pins', () => {
  it('draws those on the screen, each once however far it is scrolled and back', async () => {
    const { numbersOf } = show();
    await scrollTo(0);
    expect(shownTitles().slice(0, 2)).toEqual(['Pin 0', 'Pin 1']);
    await scrollTo(57 * 200);
    expect(shownTitles()).toContain('Pin 200');
    expect(shownTitles().length).toBeLessThan(40);
    await scrollTo(0);
    expect(shownTitles().slice(0, 2)).toEqual(['Pin 0', 'Pin 1']);
    const asked = numbersOf.mock.calls.map(([{ id }]) => id);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('draws anew what the view says anew', async () => {
    const { compare } = show();
    await scrollTo(0);
    compare('1');
    expect(screen.getByRole('checkbox', { name: 'Compare “Pin 1”' })).toHaveProperty(
      'checked',
      true,
    );
  });

  it('keeps the row that has the focus', async () => {
    show();
    await scrollTo(0);
    await act(() => screen.getByRole('button', { name: 'Pin 1' }).focus());
    await scrollTo(57 * 300);
    expect(document.activeElement?.textContent).toBe('Pin 1');
  });
});
