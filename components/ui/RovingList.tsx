import './RovingList.css';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { useVirtualRows } from './virtual-rows';

/** How many rows Page Up and Page Down go. */
const PAGE = 8;

interface RovingListProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Height of most rows in px. */
  rowHeight: number;
  children: (item: Item) => ComponentChildren;
  /** A key on a row; true where it stands for something. */
  onKey: (key: string, item: Item) => boolean;
  /** Called when the last row comes near. */
  onEnd?: () => void;
  /** Class of each row, besides the list's own. */
  rowClass?: string;
  /** The row that has the focus first: the one that the person left. Where it is gone, the first row has it. */
  startKey?: string | undefined;
  /** Where this changes and nothing has the focus any more, the list takes it. */
  focusWhen?: unknown;
}

/**
 * A long list of which only the rows on the screen are drawn. Arrows, Page Up and Down, Home and End go from row to row; Tab
 * goes to the row's own buttons, whose keys are theirs, and then out of the list.
 */
export function RovingList<Item>(props: RovingListProps<Item>) {
  const { label, items, keyOf, rowHeight, onKey, onEnd, startKey } = props;
  const list = useRef<HTMLUListElement | null>(null);
  const [begin] = useState(() => startOf(items, keyOf, startKey));
  const wanted = useRef(begin);
  const [at, setAt] = useState(Math.max(0, begin));
  const order = useOrder(items, keyOf);
  const measuredBy = useCallback(
    (index: number) => {
      const item = order[index];
      return item === undefined ? `${index}` : keyOf(item);
    },
    [order, keyOf],
  );
  const { rows, height, measure, scrollTo } = useVirtualRows({
    count: items.length,
    keyOf: measuredBy,
    rowHeight,
    scroller: list,
    keep: at,
  });
  const current = Math.min(at, items.length - 1);
  useLayoutEffect(() => {
    if (begin > 0) scrollTo(begin);
    // oxlint-disable-next-line react/exhaustive-deps -- only where it begins
  }, []);
  useLostFocus(props, current, wanted);
  useLayoutEffect(() => {
    const drawn = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!drawn) return;
    wanted.current = -1;
    drawn.focus({ preventScroll: true });
  });
  useLayoutEffect(() => keepOutOfTab(list.current, current));
  const isEnd = rows.some(({ index }) => index === items.length - 1 && index !== at);
  useEffect(() => {
    if (isEnd || at === items.length - 1) onEnd?.();
  }, [isEnd, at, items.length, onEnd]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLLIElement) || event.altKey || event.metaKey) return;
    const item = items[current];
    const to = nextRow(event.key, current, items.length);
    if (to !== null) {
      wanted.current = to;
      setAt(to);
      scrollTo(to);
    } else if (item === undefined || event.ctrlKey || !onKey(event.key, item)) return;
    event.preventDefault();
  };
  return (
    <ul
      ref={list}
      class="roving-list"
      aria-label={label}
      style={{ '--all-rows': `${height}px` }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ index, start }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <li
              key={keyOf(item)}
              ref={measure}
              data-index={index}
              class={`roving-row ${props.rowClass ?? ''}`}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a row takes keys of its own
              tabIndex={index === current ? 0 : -1}
              style={{ transform: `translateY(${start}px)` }}
              onFocusIn={() => setAt(index)}
            >
              {props.children(item)}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Lets Tab into the controls of the current row alone: what is below ten thousand rows is else below thirty thousand buttons. */
function keepOutOfTab(list: HTMLElement | null, current: number): void {
  for (const row of list?.querySelectorAll<HTMLElement>('.roving-row') ?? []) {
    const isCurrent = row.dataset['index'] === `${current}`;
    for (const control of row.querySelectorAll('a[href], button, input, select, textarea')) {
      if (isCurrent) control.removeAttribute('tabindex');
      else control.setAttribute('tabindex', '-1');
    }
  }
}

/** Where the row that was the current one is gone, and the focus with it, the one that is in its place now is to have it. */
function useLostFocus<Item>(
  { items, keyOf, focusWhen }: RovingListProps<Item>,
  current: number,
  wanted: { current: number },
): void {
  const before = useRef({ items, key: '', focusWhen });
  useLayoutEffect(() => {
    const { items: old, key, focusWhen: when } = before.current;
    const item = items[current];
    before.current = { items, key: item === undefined ? '' : keyOf(item), focusWhen };
    if (old === items && when === focusWhen) return;
    const isNowhere = [null, document.body].includes(document.activeElement as HTMLElement | null);
    const isGone = key !== '' && !items.some((each) => keyOf(each) === key);
    if (isNowhere && (isGone || when !== focusWhen)) wanted.current = current;
  });
}

/** The place of the row that is to have the focus first, -1 where none is. */
function startOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  key: string | undefined,
): number {
  if (key === undefined) return -1;
  return Math.max(
    0,
    items.findIndex((item) => keyOf(item) === key),
  );
}

/** Gives the items as they were as long as the same ones are in the same places: a new order is one that is measured anew. */
function useOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const order = useRef(items);
  const before = order.current;
  const isAt = (item: Item, at: number) => {
    const other = before[at];
    return other !== undefined && keyOf(other) === keyOf(item);
  };
  if (before.length !== items.length || !items.every(isAt)) order.current = items;
  return order.current;
}

function nextRow(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
