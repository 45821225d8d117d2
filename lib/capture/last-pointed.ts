import type { PageTarget } from '../messages/page-protocol';

/** Where the person last right-clicked in a frame: the elements there, the innermost first, and the place in the window. */
export interface Pointed {
  path: readonly EventTarget[];
  x: number;
  y: number;
}

/** What scripts of Tack in one frame share. */
export interface PointedWorld {
  tackPointed?: { last: Pointed | null };
  /** The address of the picture that a click meant; there once it was needed. */
  tackMeant?: (target: PageTarget) => string | null;
}

/**
 * Remembers, in this frame alone, where the person last right-clicked: what a page covers with an overlay, the browser's
 * menu does not name. All scripts of Tack in one frame share what is remembered, so the one that was there first has seen
 * the click that the other is asked about.
 */
export function watchPointed(): { last: Pointed | null } {
  const world = globalThis as PointedWorld;
  // Its own: an element that a page gives this id is found by that name as well.
  if (!Object.hasOwn(world, 'tackPointed')) {
    world.tackPointed = { last: null };
    const remember = (event: MouseEvent) => {
      if (event.isTrusted)
        world.tackPointed!.last = {
          path: event.composedPath(),
          x: event.clientX,
          y: event.clientY,
        };
    };
    // On the window, which comes before the page's own listeners that may end the event there.
    addEventListener('contextmenu', remember, true);
  }
  return world.tackPointed!;
}
