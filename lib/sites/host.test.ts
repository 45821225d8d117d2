import { describe, expect, it } from 'vitest';

import { hostOfPage, hostOfText, patternOf } from './host';

describe('the host of a site', () => {
  it.each([
    ['https://www.example.com/a?b#c', 'www.example.com'],
    ['https://example.com:8443/', 'example.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://localhost:3000/a', 'localhost'],
    ['http://example.com/', null],
    ['https://intranet/', null],
    ['https://*.example.com/', null],
    ['https://[::1]/', null],
    ['chrome://extensions', null],
    ['', null],
  ])('of the page %s is %s', (page, host) => {
    expect(hostOfPage(page)).toBe(host);
  });

  it.each([
    ['example.com', 'example.com'],
    ['  Example.COM/path ', 'example.com'],
    ['https://example.com/page', 'example.com'],
    ['localhost:3000', 'localhost'],
    ['http://example.com', null],
    ['*', null],
    ['<all_urls>', null],
    ['javascript://example.com/', null],
    ['two words.com', null],
  ])('typed as %s is %s', (text, host) => {
    expect(hostOfText(text)).toBe(host);
  });

  it('is asked for alone, without other hosts below it', () => {
    expect(patternOf('example.com')).toBe('https://example.com/*');
  });
});
