import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualRowsOptions {
  count: number;
  /** Height of a row in px, the gap to the next one included; of most rows, where they are measured. */
  rowHeight: number;
  /** What a row is known by, wherever it stands, where rows are not all of one height: each is measured once it is drawn. */
  keyOf?: (index: number) => string;
  /** The element that scrolls. */
  scroller: { current: HTMLElement | null };
  /** A row that stays, wherever the list is scrolled to: the one with the focus would lose it. */
  keep: number;
}

interface VirtualRows {
  /** The rows to draw, and how far from the top each stands, in px. */
  rows: { index: number; start: number }[];
  /** Height of all rows in px. */
  height: number;
  /** The list is being scrolled: what is drawn now may be gone a few frames later. */
  isScrolling: boolean;
  /** To be given to the element of a row that is measured; it says its place in `data-index`. */
  measure: (row: HTMLElement | null) => void;
  scrollTo: (row: number) => void;
}

/** Rows of so many px are drawn at once, before the list's height is measured. */
const FIRST_PX = 400;

/** A list that is hidden for a while has no height, and keeps its rows: the one that was pressed gets the focus back. */
const observeShownRect: typeof observeElementRect = (virtualizer, tell) =>
  observeElementRect(virtualizer, (rect) => {
    if (rect.height > 0) tell(rect);
  });

/** Draws of a long list only the rows that are on the screen, and a few around them. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { count, rowHeight, keyOf, scroller, keep } = options;
  const [, redraw] = useReducer<number, void>((drawn) => drawn + 1, 0);
  const settings = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    measureElement,
    ...(keyOf ? { getItemKey: keyOf } : {}),
    rangeExtractor: (range: Range) => {
      const rows = defaultRangeExtractor(range);
      return keep >= 0 && keep < count && !rows.includes(keep)
        ? [...rows, keep].toSorted((a, b) => a - b)
        : rows;
    },
    initialRect: { width: 0, height: FIRST_PX }, // its own is known a frame later
    overscan: 3,
    observeElementRect: observeShownRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(settings));
  virtualizer.setOptions(settings);
  // oxlint-disable-next-line no-underscore-dangle -- named for adapters, which all frameworks' own call
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  // oxlint-disable-next-line no-underscore-dangle -- as above
  useLayoutEffect(() => virtualizer._willUpdate());
  const isMeasured = keyOf !== undefined;
  useLayoutEffect(() => {
    if (!isMeasured) virtualizer.measure(); // else it would forget what was just measured
  }, [virtualizer, rowHeight, isMeasured]);
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start })),
    height: virtualizer.getTotalSize(),
    isScrolling: virtualizer.isScrolling,
    measure: virtualizer.measureElement,
    scrollTo: (row) => virtualizer.scrollToIndex(row),
  };
}
