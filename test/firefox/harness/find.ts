import { type Way, wayTo } from '../../by-hand/way.ts';

/** A control as a person who cannot see the screen finds it. `name` is whole, or a pattern between slashes. */
export interface Control {
  role:
    | 'button'
    | 'textbox'
    | 'combobox'
    | 'option'
    | 'tab'
    | 'radio'
    | 'checkbox'
    | 'alert'
    | 'searchbox'
    | 'link'
    | 'row'
    | 'application'
    | 'slider'
    | 'summary';
  name: string;
}

/** Where a control is, in CSS pixels of its document. */
export interface Found {
  x: number;
  y: number;
  text: string;
  value: string;
  way: Way;
}

/** Runs in the page: it can use nothing but what stands in it and what it is given. */
function find({ role, name }: Control, way: (control: Element) => Way): Found | null {
  const selectors = {
    button: 'button, [role="button"], input[type="submit"]',
    textbox:
      'textarea, input:not([type]), input[type="text"], input[type="url"], input[type="password"], [role="textbox"]',
    combobox: '[role="combobox"], select',
    option: '[role="option"]',
    tab: '[role="tab"]',
    radio: 'input[type="radio"], [role="radio"]',
    checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
    alert: '[role="alert"]',
    searchbox: 'input[type="search"]',
    application: '[role="application"]',
    slider: 'input[type="range"], [role="slider"]',
    link: 'a[href]',
    // One row of a list takes the focus; it is known by what stands in it.
    row: 'li[tabindex="0"]',
    summary: 'summary',
  };
  const textOf = (element: Element | null) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const nameOf = (element: Element) => {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const { labels } = element as HTMLInputElement;
    return (
      element.getAttribute('aria-label') ??
      (ids.length > 0
        ? ids.map((id) => textOf(document.getElementById(id))).join(' ')
        : labels && labels.length > 0
          ? [...labels].map(textOf).join(' ')
          : textOf(element))
    );
  };
  const isPattern = name.startsWith('/');
  const pattern = new RegExp(isPattern ? name.slice(1, -1) : '', 'i');
  const fits = (element: Element) =>
    isPattern ? pattern.test(nameOf(element)) : nameOf(element) === name;
  // What is behind a dialog is not to be reached.
  const within = document.querySelector('dialog:modal') ?? document;
  const found = [...within.querySelectorAll(selectors[role])].find(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[inert]') &&
      !(element as HTMLButtonElement).disabled &&
      fits(element),
  );
  if (!found) return null;
  found.scrollIntoView({ block: 'center', inline: 'nearest' });
  const { x, y, width, height } = found.getBoundingClientRect();
  const { value } = found as { value?: string };
  return {
    x: x + width / 2,
    y: y + height / 2,
    text: textOf(found),
    value: value ?? '',
    way: way(found),
  };
}

/** Finds a control that is shown, scrolls to it, and gives its middle. Functions go into a page as they are written. */
export const findControl = Object.assign((sought: Control) => find(sought, wayTo), {
  toString: () => `(control) => (${find.toString()})(control, ${wayTo.toString()})`,
});
