/** What is wider than its view, so that this scrolls sideways; an empty list is a pass. Runs in the page. */
export function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const around = (element: Element) => {
    const isAway = getComputedStyle(element).position === 'absolute';
    return isAway ? (element as HTMLElement).offsetParent : element.parentElement;
  };
  // What scrolls or is cut inside of another element widens nothing.
  const isCut = (element: Element) => {
    for (let up = around(element); up && up !== document.body; up = around(up))
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      element.checkVisibility() &&
      element.getBoundingClientRect().right > clientWidth &&
      !isCut(element),
  );
  const named = wide
    .slice(0, 12)
    .map(({ localName, className, textContent }) =>
      `${localName}.${className} ${textContent?.slice(0, 30)}`.trim(),
    );
  return named.length > 0 ? named : ['something that has no box'];
}
