import { describe, expect, it } from 'vitest';

import { parseSrcset } from './srcset';

const base = 'https://example.test/dir/page.html';

function read(text: string): string[] {
  return parseSrcset(text, base).map(({ url, width, height, density }) => {
    const name = url.replace('https://example.test/dir/', '');
    return [name, width && `${width}w`, height && `${height}h`, density !== null && `${density}x`]
      .filter(Boolean)
      .join(' ');
  });
}

describe('parseSrcset', () => {
  it.each<[string, string, string[]]>([
    ['widths', 'a.jpg 300w, b.jpg 900w', ['a.jpg 300w', 'b.jpg 900w']],
    ['densities', 'a.jpg, b.jpg 1.5x, c.jpg 2x', ['a.jpg 1x', 'b.jpg 1.5x', 'c.jpg 2x']],
    ['width and height', 'a.jpg 300w 200h', ['a.jpg 300w 200h']],
    ['no space after the comma', 'a.jpg 1x,b.jpg 2x', ['a.jpg 1x', 'b.jpg 2x']],
    [
      'commas within addresses',
      'a,w_300.jpg 300w, a,w_900.jpg 900w',
      ['a,w_300.jpg 300w', 'a,w_900.jpg 900w'],
    ],
    ['addresses joined by a comma alone as one', 'a.jpg,b.jpg 2x', ['a.jpg,b.jpg 2x']],
    ['a comma right after an address', 'a.jpg, b.jpg', ['a.jpg 1x', 'b.jpg 1x']],
    ['line breaks and tabs', '\n\ta.jpg\n300w\t,\n b.jpg\f900w ', ['a.jpg 300w', 'b.jpg 900w']],
    ['stray commas', ',, a.jpg 1x,,, b.jpg 2x,', ['a.jpg 1x', 'b.jpg 2x']],
    [
      'a data: address',
      'data:image/png;base64,AA== 1x, b.jpg 2x',
      ['data:image/png;base64,AA== 1x', 'b.jpg 2x'],
    ],
    ['exponents', 'a.jpg 2e0x', ['a.jpg 2x']],
    ['nothing in an empty text', ' \n', []],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'a.jpg 0w',
    'a.jpg -1w',
    'a.jpg 1.5w',
    'a.jpg 300w 2x',
    'a.jpg 300w 300w',
    'a.jpg 2x 1x',
    'a.jpg 200h',
    'a.jpg -1x',
    'a.jpg 2X',
    'a.jpg +2x',
    'a.jpg big',
    'a.jpg (2x, 3x)',
    'http://[ 1x',
  ])('leaves out %j, as browsers do', (text) => {
    expect(read(`${text}, good.jpg 100w`)).toEqual(['good.jpg 100w']);
  });

  // What is quadratic in a megabyte outlasts the time of a test.
  it('comes to the end of a hostile text', () => {
    const entries = parseSrcset(`${'a '.repeat(500_000)}${',('.repeat(500_000)}`, base);

    expect(entries.length).toBeLessThanOrEqual(100);
  });
});
