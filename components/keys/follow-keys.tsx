import { render } from 'preact';

import { KeysDialog } from './KeysDialog';

/** Where a `?` is a letter of a text; a list that is searched by typing has none while nothing is typed. */
function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('[role="combobox"]')) return target.getAttribute('aria-expanded') === 'true';
  return target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
}

/** Shows the map of keys over a view, until it is closed. */
export function showKeys(): void {
  if (document.querySelector('.keys')) return;
  const place = document.createElement('div');
  document.body.append(place);
  const close = () => {
    render(null, place);
    place.remove();
  };
  render(<KeysDialog onClose={close} />, place);
}

/** Shows the map of keys on `?`, in whatever view this runs; loaded after its first paint. */
export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isText(event.target)) return;
    event.preventDefault();
    showKeys();
  });
}
