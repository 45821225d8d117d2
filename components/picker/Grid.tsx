import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { nextTile } from '../../lib/state/picker';
import { useVirtualRows } from '../ui/virtual-rows';

/** Sizes of tiles in px: the narrowest, and how high all are. */
const sizes = { small: { width: 104, height: 132 }, large: { width: 150, height: 208 } } as const;

const GAP = 8;

interface GridProps {
  label: string;
  count: number;
  size: keyof typeof sizes;
  /** The tile that the keyboard is at. */
  focus: number;
  /** Grows where that tile is to get the focus, though no key of the grid was pressed. */
  moved: number;
  onFocus: (index: number) => void;
  /** Enter and Space on a tile. */
  onTake: (index: number) => void;
  onToggle: (index: number) => void;
  /** Draws a tile with what places it. */
  renderTile: (index: number, place: TilePlace) => JSX.Element;
}

/** Where a tile stands, and what makes it one of many for a screen reader although not all are drawn. */
export interface TilePlace {
  style: Record<string, string>;
  'aria-posinset': number;
  'aria-setsize': number;
  'data-index': number;
  tabIndex: number;
}

/** A list box in rows and columns that draws only what is on the screen. */
export function Grid({
  label,
  count,
  size,
  focus,
  moved,
  onFocus,
  onTake,
  onToggle,
  renderTile,
}: GridProps) {
  const list = useRef<HTMLDivElement | null>(null);
  const wanted = useRef(-1);
  const columns = useColumns(list, sizes[size].width);
  const at = Math.min(focus, count - 1);
  const { rows, height, scrollTo } = useVirtualRows({
    count: Math.ceil(count / columns),
    rowHeight: sizes[size].height + GAP,
    scroller: list,
    keep: Math.floor(Math.max(0, at) / columns),
  });
  const focusTile = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  useLayoutEffect(() => {
    if (wanted.current !== at) return; // not drawn yet
    wanted.current = -1;
    focusTile(at);
  });
  useLayoutEffect(() => {
    if (moved > 0) focusTile(at);
  }, [moved, at]);
  const drawn = rows.flatMap(({ index: row, start }) =>
    Array.from({ length: columns }, (_, column) => ({
      index: row * columns + column,
      column,
      start,
    })),
  );
  return (
    <div
      ref={list}
      class={`picker-grid picker-grid-${size}`}
      role="listbox"
      aria-multiselectable="true"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onTake(at);
        else if (event.key === ' ') onToggle(at);
        else {
          const to = nextTile(event.key, at, { count, columns });
          if (to === at) return;
          wanted.current = to;
          scrollTo(Math.floor(to / columns));
          onFocus(to);
        }
        event.preventDefault();
      }}
    >
      <div
        role="presentation"
        class="picker-rows"
        style={{ height: `${Math.max(0, height - GAP)}px` }}
      >
        {drawn
          .filter(({ index }) => index < count)
          .map(({ index, column, start }) =>
            renderTile(index, {
              style: {
                top: `${start}px`,
                left: `calc(${column} * (100% + ${GAP}px) / ${columns})`,
                width: `calc((100% - ${(columns - 1) * GAP}px) / ${columns})`,
                height: `${sizes[size].height}px`,
              },
              'aria-posinset': index + 1,
              'aria-setsize': count,
              'data-index': index,
              tabIndex: index === at ? 0 : -1,
            }),
          )}
      </div>
    </div>
  );
}

/** How many tiles fit side by side. */
function useColumns(list: { current: HTMLElement | null }, width: number): number {
  const [columns, setColumns] = useState(3);
  useLayoutEffect(() => {
    const element = list.current?.firstElementChild; // without the padding
    if (!element) return undefined;
    const measure = () =>
      setColumns(Math.max(1, Math.floor((element.clientWidth + GAP) / (width + GAP))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, width]);
  return columns;
}
