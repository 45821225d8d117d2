// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { captureDocument } from './capture';
import type { PageDetails } from './types';

function details(head: string): PageDetails {
  document.head.innerHTML = `<base href="https://example.test/dir/">${head}`;
  return captureDocument(document).page;
}

describe('the title', () => {
  it.each([
    ['og:title first', '<title>Tea | Site</title><meta property="og:title" content="Tea">', 'Tea'],
    ['the title of the document', '<title> Tea\n time </title>', 'Tea time'],
    ['a key in the wrong attribute and case', '<meta name="OG:Title" content="Tea">', 'Tea'],
    ['no empty one', '<meta property="og:title" content=" "><title>Tea</title>', 'Tea'],
  ])('takes %s', (_, head, expected) => {
    expect(details(head).title).toBe(expected);
  });
});

describe('the link', () => {
  const pin = '<meta property="pin:url" content="/pin">';
  const canonical = '<link rel="canonical" href="/canonical#x">';
  const og = '<meta property="og:url" content="/og">';

  it.each([
    ['pin:url', og + canonical + pin, 'https://example.test/pin'],
    ['canonical', og + canonical, 'https://example.test/canonical'],
    ['og:url', og, 'https://example.test/og'],
    [
      'the next where one is no web address',
      '<link rel="canonical" href="javascript:1">' + og,
      'https://example.test/og',
    ],
  ])('is %s', (_, html, expected) => {
    expect(details(html).link).toBe(expected);
  });

  it('tells what was taken out of it', () => {
    expect(details('<link rel="canonical" href="/x?utm_source=a&p=1">')).toMatchObject({
      link: 'https://example.test/x?p=1',
      linkRemoved: ['utm_source'],
    });
  });
});

it('reads description and site name', () => {
  expect(
    details(
      '<meta name="description" content="Plain"><meta property="og:description" content="Open"><meta property="og:site_name" content="Tea House">',
    ),
  ).toMatchObject({ description: 'Open', siteName: 'Tea House' });
});

it.each([
  ['<meta name="pinterest" content="nopin">', { reason: '' }],
  [
    '<meta name="Pinterest" content="NoPin" description="Ask us first.">',
    { reason: 'Ask us first.' },
  ],
  ['<meta name="pinterest-rich-pin" content="false">', null],
  ['<meta name="pinterest" content="pin">', null],
])('reads the wish in %s', (head, expected) => {
  expect(details(head).nopin).toEqual(expected);
});
