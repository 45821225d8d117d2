import { expect, it } from 'vitest';

import { cleanLink } from './link';

const base = 'https://example.test/dir/';

it.each([
  ['leaves the hash out', 'https://a.test/x#top', 'https://a.test/x', []],
  ['makes it absolute', '../y?b=1', 'https://example.test/y?b=1', []],
  [
    'takes tracking out',
    '/x?utm_source=n&id=5&fbclid=q',
    'https://example.test/x?id=5',
    ['utm_source', 'fbclid'],
  ],
  ['takes passwords out', '/x?Password=s', 'https://example.test/x', ['Password']],
  ['takes a user name out', 'https://me:secret@a.test/', 'https://a.test/', []],
  [
    'keeps the spelling of what stays',
    '/x?q=a%20b+c&&utm_id=1&flag',
    'https://example.test/x?q=a%20b+c&&flag',
    ['utm_id'],
  ],
])('%s', (_, address, url, removed) => {
  expect(cleanLink(address, base)).toEqual({ url, removed });
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://[', ''])(
  'refuses %j',
  (address) => {
    expect(cleanLink(address, base)).toBeNull();
  },
);
