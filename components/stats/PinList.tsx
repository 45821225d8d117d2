import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { PinRow } from '../../lib/stats/pins';
import { useVirtualRows } from '../ui/virtual-rows';
import { PinLine, type PinLineProps } from './PinLine';

/** Height of a line in px; all are of one. */
const ROW = 57;

interface PinListProps extends Omit<PinLineProps, 'pin' | 'numbers' | 'rank'> {
  pins: readonly PinRow[];
  numbersOf: (pin: PinRow) => PinLineProps['numbers'];
}

/** A long list of pins, of which only those on the screen are drawn. */
export function PinList(props: PinListProps) {
  const { pins, numbersOf, ...line } = props;
  const list = useRef<HTMLUListElement | null>(null);
  const [focused, setFocused] = useState(-1);
  const { rows, height, isScrolling } = useVirtualRows({
    count: pins.length,
    rowHeight: ROW,
    scroller: list,
    keep: focused,
  });
  // A line that is drawn stays as it is while the list is only scrolled: the same element is not looked into again.
  const drawn = useRef({ of: props, lines: new Map<number, JSX.Element>() });
  if (drawn.current.of !== props) drawn.current = { of: props, lines: new Map() };
  const { lines } = drawn.current;
  const lineAt = (index: number, pin: PinRow): JSX.Element => {
    const element = lines.get(index) ?? (
      <PinLine
        {...line}
        pin={pin}
        numbers={numbersOf(pin)}
        rank={index + 1}
        isPassing={isScrolling}
      />
    );
    lines.set(index, element);
    return element;
  };
  return (
    <ul
      ref={list}
      class="pin-list"
      aria-label={t('pinList')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
      tabIndex={0}
      onFocusIn={({ target }) => setFocused(indexOf(target))}
      onFocusOut={() => setFocused(-1)}
      style={{ '--all-rows': `${height}px` }}
    >
      {rows.map(({ index, start }) => {
        const pin = pins[index];
        return (
          pin && (
            <li
              key={pin.id}
              class="pin-list-row"
              aria-posinset={index + 1}
              aria-setsize={pins.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              {lineAt(index, pin)}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The row that something is in; -1 for the list itself. */
const indexOf = (target: EventTarget | null): number =>
  target instanceof Element
    ? Number(target.closest('li')?.getAttribute('aria-posinset') ?? 0) - 1
    : -1;
