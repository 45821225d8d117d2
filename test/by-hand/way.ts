/** The key that goes on towards a control; '' where the focus is on it. */
export type Way = '' | 'ArrowDown' | 'ArrowUp' | 'Shift+Tab' | 'Tab';

/**
 * Tells which key leads a person without a mouse towards a control: Tab, and the arrows within a list whose rows they go along.
 * Runs in the page: it can use nothing but what stands in it.
 */
export function wayTo(control: Element): Way {
  const { activeElement: from } = document;
  if (from === control) return '';
  const isBefore = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const list = control.closest('.roving-list');
  const current = list?.querySelector(':scope > li[tabindex="0"]');
  // Only the row that the keys are on lets Tab into it.
  const isElsewhere = current && !current.contains(control);
  if (isElsewhere && from === current) return isBefore(current, control) ? 'ArrowDown' : 'ArrowUp';
  const to = isElsewhere ? current : control;
  if (from === null || from === document.body) return 'Tab';
  return isBefore(to, from) ? 'Shift+Tab' : 'Tab';
}
