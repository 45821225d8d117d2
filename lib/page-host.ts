/** An element of Tack in a page, and the root that only Tack sees into. */
export interface PageHost {
  host: HTMLElement;
  root: ShadowRoot;
}

/**
 * Makes what Tack shows in a page: an element with a mark, and a closed shadow root on it. It has no name of its own: a page may
 * define what an element of such a name is, and is then given its root before Tack closes it.
 *
 * @param mark attribute that tells it from others, such as `data-tack-toast`
 */
export function createPageHost(mark: string): PageHost {
  const host = document.createElement('div');
  host.setAttribute(mark, '');
  return { host, root: host.attachShadow({ mode: 'closed' }) };
}
