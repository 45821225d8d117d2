// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { foremost } from './foremost';
import { maxRead } from './limits';

const ROW_PX = 200;

afterEach(() => vi.restoreAllMocks());

/** Which images of a page are read, by their places in it. */
function readOf(
  count: number,
  { scrolledTo = 0, asked }: { scrolledTo?: number; asked?: string } = {},
) {
  document.body.innerHTML = Array.from({ length: count }, () => '<img>').join('');
  const places = new Map(
    [...document.querySelectorAll('img')].map((image, at) => [image as Element, at]),
  );
  for (const [image, at] of places) {
    const address = `https://a.test/${at}.jpg`;
    Object.defineProperty(image, 'currentSrc', { value: address });
  }
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { top: ((places.get(this) ?? 0) - scrolledTo) * ROW_PX } as DOMRect;
  });
  const page = { asked } as Parameters<typeof foremost>[1];
  return [...foremost(document, page)].flatMap((image) => (image ? (places.get(image) ?? []) : []));
}

describe('foremost', () => {
  it('gives all images of a page, and asks none where it stands, as long as they are few', () => {
    const read = readOf(maxRead);
    expect(read).toEqual(Array.from({ length: maxRead }, (_, at) => at));
    expect(Element.prototype.getBoundingClientRect).not.toHaveBeenCalled();
  });

  it('gives of thousands the first ones and those around what the person sees, in the order of the page', () => {
    const read = readOf(5000, { scrolledTo: 3000 });
    expect(read.length).toBeLessThanOrEqual(maxRead + 2);
    expect(read.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, at) => at));
    expect(read).toContain(3000);
    expect(read[200]).toBe(3000 - 400);
    expect(read.at(-1)).toBe(3000 + 400);
  });

  it('gives the one that is asked for, however far away', () => {
    const asked = 'https://a.test/4999.jpg';
    expect(readOf(5000, { asked })).toContain(4999);
  });
});
