import { describe, expect, it } from 'vitest';

import { pinIdOf, withPinOfPage } from './pin-page';
import { capture } from './testing';

describe('a pin that is there already', () => {
  it.each([
    ['https://www.pinterest.com/pin/99360735500167749/', '99360735500167749'],
    ['https://br.pinterest.com/pin/123/sent/?invite_code=x', '123'],
    ['https://pinterest.co.uk/pin/42', '42'],
    ['https://www.pinterest.com/linda/kitchen/', null],
    ['https://www.pinterest.com/pin/create/button/?url=x', null],
    ['https://example.com/?to=https://www.pinterest.com/pin/42/', null],
    ['javascript:location="https://www.pinterest.com/pin/42/"', null],
  ])('is told by the address %s: %s', (url, id) => expect(pinIdOf(url)).toBe(id));

  it('is known by the link around its picture, unless the author names another', () => {
    const { images } =
      capture(`<a href="https://www.pinterest.com/pin/42/"><img src="/a.jpg" width="300" height="300"></a>
        <a href="https://www.pinterest.com/pin/43/"><img data-pin-id="7" src="/b.jpg" width="300" height="300"></a>
        <a href="https://example.com/pin/44/"><img src="/c.jpg" width="300" height="300"></a>`);
    const ids = Object.fromEntries(images.map(({ url, pinId }) => [url.at(-5), pinId]));
    expect(ids).toEqual({ a: '42', b: '7', c: null });
  });

  it('is the page’s own, where the page is a pin’s and the picture stands in no other pin’s link', () => {
    const read = capture(`<img src="/a.jpg" width="300" height="300">
        <a href="https://www.pinterest.com/pin/43/"><img src="/b.jpg" width="300" height="300"></a>`);
    const page = { ...read.page, url: 'https://www.pinterest.com/pin/42/' };
    expect(withPinOfPage({ ...read, page }).images.map(({ pinId }) => pinId)).toEqual(['42', '43']);
    expect(withPinOfPage(read).images.map(({ pinId }) => pinId)).toEqual([null, '43']);
  });
});
