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

interface MeasuredRowsOptions {
  count: number;
  /** What a row is known by, wherever it stands. */
  keyOf: (index: number) => string;
  /** Height of most rows in px; each is measured once it is drawn. */
  usualHeight: number;
  /** The element that scrolls. */
  scroller: { current: HTMLElement | null };
  /** A row that stays, wherever the list is scrolled to: the one with the focus would lose it. */
  keep: number;
}

interface MeasuredRows {
  /** The rows to draw, and how far from the top each stands, in px. */
  rows: { index: number; start: number }[];
  /** Height of all rows in px. */
  height: number;
  /** To be given to each row's element, which says its place in `data-index`. */
  measure: (row: HTMLElement | null) => void;
  scrollTo: (row: number) => void;
}

/** As `useVirtualRows`, for rows that are not all of one height. */
export function useMeasuredRows(options: MeasuredRowsOptions): MeasuredRows {
  const { count, keyOf, usualHeight, scroller, keep } = options;
  const [, redraw] = useReducer<number, void>((drawn) => drawn + 1, 0);
  const settings = {
    count,
    getItemKey: keyOf,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    measureElement,
    rangeExtractor: (range: Range) => {
      const rows = defaultRangeExtractor(range);
      return keep >= 0 && keep < count && !rows.includes(keep)
        ? [...rows, keep].toSorted((a, b) => a - b)
        : rows;
    },
    overscan: 4,
    observeElementRect,
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
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (row) => virtualizer.scrollToIndex(row),
  };
}
