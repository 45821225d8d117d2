// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isUnwantedOn, mayHaveButton, pictureFor } from './eligible';

/** Gives elements the places and sizes that a browser would lay them out in: `at="left,top,width,height"`. */
function page(html: string): void {
  document.body.innerHTML = html;
  for (const element of document.querySelectorAll('[at]')) {
    const [x, y, width, height] = (element.getAttribute('at') ?? '').split(',').map(Number);
    const box = new DOMRect(x, y, width, height);
    Object.defineProperty(element, 'getBoundingClientRect', { value: () => box });
  }
  for (const image of document.querySelectorAll('img')) {
    const natural = Number(image.getAttribute('natural') ?? 800);
    Object.defineProperty(image, 'naturalWidth', { value: natural });
    Object.defineProperty(image, 'currentSrc', { value: image.src });
  }
}

const image = () => document.querySelector<HTMLImageElement>('img')!;
const src = 'src="https://a.test/a.jpg"';

/** What is found where elements lie over each other in this order, the uppermost first. */
function found(...selectors: string[]): Element | null {
  const stack = selectors.map((selector) => document.querySelector(selector)!);
  Object.assign(document, { elementsFromPoint: () => stack });
  return pictureFor({ path: stack.slice(0, 1), x: 1, y: 1 });
}

beforeEach(() => {
  document.head.innerHTML = '';
});
afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
  document.body.removeAttribute('data-pin-hover');
  Reflect.deleteProperty(document, 'elementsFromPoint');
});

describe('a picture under the pointer', () => {
  it('is one of 120 pixels both ways as it is shown', () => {
    page(`<img ${src} at="0,0,120,120">`);
    expect(found('img')).toBe(image());
    page(`<img ${src} at="0,0,400,119">`);
    expect(found('img')).toBeNull();
  });

  it('is found below a layer of its own box, and below a spacer', () => {
    page(`<div><img ${src} at="0,0,300,300"><div id="shade"></div></div>`);
    expect(found('#shade', 'img')).toBe(image());
    page(`<div><img ${src} at="0,0,300,300"><img id="spacer" natural="1" at="0,0,300,300"></div>`);
    expect(found('#spacer', 'img')).toBe(image());
  });

  it('is not found below what comes from elsewhere, as a dialog does', () => {
    page(`<main><div><img ${src} at="0,0,300,300"></div></main><div id="dialog"></div>`);
    expect(found('#dialog', 'img')).toBeNull();
  });

  it('has an address that can be read again', () => {
    page(`<img src="data:image/png;base64,AAAA" at="0,0,300,300">`);
    expect(found('img')).toBeNull();
  });
});

describe('the manners of the button', () => {
  it.each([
    'data-pin-nopin="true"',
    'data-pin-nopin',
    'nopin="nopin"',
    'data-nopin',
    'data-pin-no-hover="true"',
    'data-pin-nohover',
  ])('keep it off a picture with %s', (mark) => {
    page(`<img ${src} ${mark} at="0,0,300,300">`);
    expect(mayHaveButton(image())).toBe(false);
    expect(found('img')).toBeNull();
  });

  it.each([
    'data-pin-no-hover="false"',
    'data-pin-media="https://a.test/b.jpg"',
    'data-pin-id="1"',
  ])('let it on a picture with %s', (mark) => {
    page(`<img ${src} ${mark} at="0,0,300,300">`);
    expect(mayHaveButton(image())).toBe(true);
  });

  it.each([
    '<a href="https://www.pinterest.com/pin/create/button/?media=x" at="10,10,40,20">Save</a>',
    '<span data-pin-log="button_pinit_floating" at="10,10,40,20"></span>',
    '<div class="jpibfi pinit-button" at="10,10,40,20"></div>',
  ])('keep it off a picture that has the button %s', (own) => {
    page(
      `<div class="pinterest-gallery" at="0,0,900,900"><img ${src} at="0,0,300,300">${own}</div>`,
    );
    expect(mayHaveButton(image())).toBe(false);
  });

  it('let it on a picture beside which the page has a button for something else', () => {
    page(`<img ${src} at="0,0,300,300">
      <a href="https://www.pinterest.com/pin/create/button/" at="310,10,40,20">Save</a>`);
    expect(mayHaveButton(image())).toBe(true);
  });

  it('keep it off a picture that is the button itself', () => {
    page(
      `<a href="https://pinterest.com/pin/create/?m=x" at="0,0,300,300"><img ${src} at="0,0,300,300"></a>`,
    );
    expect(mayHaveButton(image())).toBe(false);
  });

  it('keep it off pages that want no pins, or have a button on pictures already', () => {
    expect(isUnwantedOn(document)).toBe(false);
    document.head.innerHTML = '<meta name="Pinterest" content="nopin">';
    expect(isUnwantedOn(document)).toBe(true);
    document.head.innerHTML = '<meta name="pinterest-rich-pin" content="false">';
    expect(isUnwantedOn(document)).toBe(false);
    document.body.setAttribute('data-pin-hover', '');
    expect(isUnwantedOn(document)).toBe(true);
  });
});
