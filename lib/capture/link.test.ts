import { expect, it } from 'vitest';

import { webLink } from './link';

const base = 'https://example.test/dir/';

it.each([
  ['leaves the hash out', 'https://a.test/x#top', 'https://a.test/x'],
  ['makes it absolute', '../y?b=1', 'https://example.test/y?b=1'],
  ['takes passwords out', '/x?Password=s', 'https://example.test/x'],
  ['takes a user name out', 'https://me:secret@a.test/', 'https://a.test/'],
  [
    'keeps the spelling of what stays',
    '/x?q=a%20b+c&&flag',
    'https://example.test/x?q=a%20b+c&&flag',
  ],
])('%s', (_, address, url) => {
  expect(webLink(address, base)).toBe(url);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://[', ''])(
  'refuses %j',
  (address) => {
    expect(webLink(address, base)).toBeNull();
  },
);
