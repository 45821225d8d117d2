import { afterEach, describe, expect, it } from 'vitest';

import { watchPointed } from './last-pointed';

/** A right-click as a hand makes it, or as a script does. */
function rightClick(element: Element, isTrusted: boolean): void {
  const event = new MouseEvent('contextmenu', { bubbles: true, clientX: 40, clientY: 60 });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  element.dispatchEvent(event);
}

afterEach(() => {
  watchPointed().last = null;
  document.body.innerHTML = '';
});

describe('the last right-click', () => {
  it('is told to a script that comes later by the one that was there', () => {
    document.body.innerHTML = '<figure><img><div id="layer"></div></figure>';
    watchPointed();

    rightClick(document.querySelector('#layer')!, true);

    expect(watchPointed().last).toMatchObject({ x: 40, y: 60 });
    expect(watchPointed().last?.path[0]).toBe(document.querySelector('#layer'));
  });

  it('is a person’s, and none that a page makes', () => {
    document.body.innerHTML = '<img>';
    watchPointed();

    rightClick(document.querySelector('img')!, false);

    expect(watchPointed().last).toBeNull();
  });
});
