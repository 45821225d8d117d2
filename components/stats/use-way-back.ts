import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where the focus goes when a view takes the place of a list, and when the list is there again: never to the page's top.
 * Gives refs for the button that leads back and for what has the list's own button, and what is to be called before
 * something is opened.
 */
export function useWayBack(isAway: boolean) {
  const back = useRef<HTMLButtonElement>(null);
  const home = useRef<HTMLElement>(null);
  const left = useRef<Element | null>(null);
  const wasAway = useRef(isAway);
  useLayoutEffect(() => {
    if (isAway === wasAway.current) return;
    wasAway.current = isAway;
    if (isAway) return back.current?.focus();
    if (document.activeElement !== document.body) return; // it was on another button, and stays there
    const list = home.current?.querySelector('[aria-current]');
    const to = left.current?.isConnected ? left.current : list;
    if (to instanceof HTMLElement) to.focus();
  }, [isAway]);
  const remember = () => {
    left.current = document.activeElement;
  };
  return { back, home, remember };
}
