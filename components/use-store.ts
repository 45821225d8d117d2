import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

/**
 * Binds a part of a vanilla store to a component, which is drawn again when that part changes.
 * `select` must give the same value for the same state: a new object each time would redraw without end.
 */
export function useStore<State, Part>(
  store: Pick<StoreApi<State>, 'getState' | 'subscribe'>,
  select: (state: State) => Part,
): Part {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const part = select(store.getState());
  const drawn = useRef({ select, part });
  drawn.current = { select, part };

  useLayoutEffect(() => {
    const check = () => {
      const next = drawn.current.select(store.getState());
      if (!Object.is(next, drawn.current.part)) redraw(undefined);
    };
    check(); // it may have changed between drawing and listening
    return store.subscribe(check);
  }, [store]);

  return part;
}
