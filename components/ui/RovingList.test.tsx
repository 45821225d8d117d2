import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { RovingList } from './RovingList';

interface Shown {
  items: string[];
  startKey?: string;
  focusWhen?: boolean;
}

function show(first: Shown) {
  const element = (shown: Shown) => (
    <>
      <input aria-label="Search" />
      <RovingList label="Pins" keyOf={(item) => item} rowHeight={50} onKey={() => false} {...shown}>
        {(item) => <button type="button">{item}</button>}
      </RovingList>
    </>
  );
  const { rerender } = render(element(first));
  return { now: (shown: Shown) => rerender(element(shown)) };
}

const rowOf = (text: string) => screen.getByText(text).closest('li')!;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the focus in a list whose rows come and go', () => {
  it.each([
    ['the row that comes into its place', 'b', ['a', 'c'], 'c'],
    ['the row before where it was the last', 'c', ['a', 'b'], 'b'],
  ])('goes to %s', async (_, gone, left, next) => {
    const { now } = show({ items: ['a', 'b', 'c'] });
    await act(() => rowOf(gone).focus());
    now({ items: left });
    expect(document.activeElement).toBe(rowOf(next));
  });

  it('goes to the row in its place where a button of the row had it', async () => {
    const { now } = show({ items: ['a', 'b', 'c'] });
    await act(() => screen.getByText('b').focus());
    now({ items: ['a', 'c'] });
    expect(document.activeElement).toBe(rowOf('c'));
  });

  it('stays where the person is', async () => {
    const { now } = show({ items: ['a', 'b', 'c'] });
    await act(() => rowOf('b').focus());
    screen.getByRole('textbox').focus();
    now({ items: ['a', 'c'] });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('begins with the row that the person left', () => {
    show({ items: ['a', 'b', 'c'], startKey: 'b' });
    expect(document.activeElement).toBe(rowOf('b'));
  });

  it('begins with the first where that row is gone meanwhile', () => {
    show({ items: ['a', 'c'], startKey: 'b' });
    expect(document.activeElement).toBe(rowOf('a'));
  });

  it('comes to the list where the button is gone that was pressed', () => {
    const { now } = show({ items: ['a', 'b'], focusWhen: false });
    now({ items: ['a', 'b'], focusWhen: true });
    expect(document.activeElement).toBe(rowOf('a'));
  });
});

describe('Tab', () => {
  it('leads into the row that the keys are on, and past all others', async () => {
    show({ items: ['a', 'b', 'c'] });
    const tabbed = () => screen.getAllByRole('button').filter((each) => each.tabIndex >= 0);
    expect(tabbed()).toEqual([screen.getByText('a')]);
    await act(() => rowOf('a').focus());
    await act(async () => void fireEvent.keyDown(rowOf('a'), { key: 'ArrowDown' }));
    expect(document.activeElement).toBe(rowOf('b'));
    expect(tabbed()).toEqual([screen.getByText('b')]);
    await act(() => screen.getByText('c').focus()); // by the mouse
    expect(tabbed()).toEqual([screen.getByText('c')]);
  });
});
