import { isIP } from 'node:net';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { kindOf, siteOf, type AddressKind } from './url-policy';

/** Forms of addresses, and what each may be used for. */
const forms: Readonly<Record<AddressKind, readonly string[]>> = {
  public: [
    'https://example.com/a.jpg',
    'HTTPS://EXAMPLE.COM/a.jpg',
    'https://example.com',
    'https://i.pinimg.com/originals/a.jpg',
    'https://example.com:443/a.jpg',
    'https://example.com:8443/a.jpg',
    'https://example.com./a.jpg',
    'https://localhost.example.com/a.jpg',
    'https://127.0.0.1.example.com/a.jpg',
    'https://local.example.com/a.jpg',
    'https://bücher.example/a.jpg',
    'https://xn--bcher-kva.example/a.jpg',
    'https://例え.テスト/a.jpg',
    'https:example.com/a.jpg',
    'https:/example.com/a.jpg',
    'https:\\\\example.com\\a.jpg',
    'https://example.com/@127.0.0.1/a.jpg',
    'https://example.com?@127.0.0.1',
    'https://example.com#@127.0.0.1',
    'https://example.com\\@127.0.0.1/a.jpg',
    ' https://example.com/a.jpg',
    'ht\ntps://exam\tple.com/a.jpg',
    'https://ｅｘａｍｐｌｅ.com/a.jpg',
    'https://example。com/a.jpg',
    'https://exa%6Dple.com/a.jpg',
    'https://a--b.example.com/a.jpg',
  ],
  open: [
    'http://example.com/a.jpg',
    'http:example.com/a.jpg',
    'http://example.com:8080/a.jpg',
    'http://example.com:443/a.jpg',
    'https://me@example.com/a.jpg',
    'https://me:secret@example.com/a.jpg',
    'https://:secret@example.com/a.jpg',
    'https://127.0.0.1@example.com/a.jpg',
    'https://a@b@example.com/a.jpg',
    'https://example.org%2F@example.com/a.jpg',
  ],
  private: [
    'https://127.0.0.1/a.jpg',
    'http://127.0.0.1:8080/a.jpg',
    'https://127.1/a.jpg',
    'https://127.0.1/a.jpg',
    'https://0x7f.1/a.jpg',
    'https://0x7f000001/a.jpg',
    'https://0X7F.0x0.0x0.0x1/a.jpg',
    'https://0177.0.0.1/a.jpg',
    'https://017700000001/a.jpg',
    'https://2130706433/a.jpg',
    'https://127.0.0.1./a.jpg',
    'https://１２７.０.０.１/a.jpg',
    'https://127。0。0。1/a.jpg',
    'https://%31%32%37.0.0.1/a.jpg',
    'https://0/a.jpg',
    'https://0.0.0.0/a.jpg',
    'https://10.0.0.1/a.jpg',
    'https://172.16.0.1/a.jpg',
    'https://192.168.1.1/reboot?a.jpg',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/a.jpg',
    'https://255.255.255.255/a.jpg',
    'https://8.8.8.8/a.jpg',
    'https://[::1]/a.jpg',
    'https://[::]/a.jpg',
    'https://[::ffff:10.0.0.1]/a.jpg',
    'https://[::ffff:7f00:1]/a.jpg',
    'https://[fe80::1]/a.jpg',
    'https://[fd00::1]/a.jpg',
    'https://[64:ff9b::7f00:1]/a.jpg',
    'https://[2001:db8::1]/a.jpg',
    'http://localhost/a.jpg',
    'http://LOCALHOST./a.jpg',
    'https://localhost../a.jpg',
    'https://a.localhost/a.jpg',
    'https://ｌｏｃａｌｈｏｓｔ/a.jpg',
    'https://loc%61lhost/a.jpg',
    'http://router/a.jpg',
    'http://router./a.jpg',
    'http://nas.local/a.jpg',
    'http://nas.local./a.jpg',
    'http://box.localdomain/a.jpg',
    'http://a.internal/a.jpg',
    'http://metadata.google.internal/a.jpg',
    'http://a.intranet/a.jpg',
    'http://a.lan/a.jpg',
    'http://a.home/a.jpg',
    'http://a.home.arpa/a.jpg',
    'http://1.168.192.in-addr.arpa/a.jpg',
    'HTTP://wiki.corp/a.jpg',
    'http://a.private/a.jpg',
    'http://abc.onion/a.jpg',
    'http:127.0.0.1/a.jpg',
    'http:\\\\127.0.0.1\\a.jpg',
    'https://me@127.0.0.1/a.jpg',
    'https://example.com@127.0.0.1/a.jpg',
    'https://example.com:80@127.0.0.1/a.jpg',
    ' \t\nhttp://127.0.0.1/a.jpg',
    'h\tttp://127.0.0.1/a.jpg',
    'https://example.com\t@127.0.0.1/a.jpg',
  ],
  other: [
    '',
    ' ',
    'a.jpg',
    '/a.jpg',
    '//127.0.0.1/a.jpg',
    '//example.com/a.jpg',
    '\\\\example.com\\a.jpg',
    'not an address',
    'https://',
    'https://?',
    'https://exa mple.com/a.jpg',
    'https://example.com:99999/a.jpg',
    'https://256.256.256.256/a.jpg',
    'https://1.2.3.4.5/a.jpg',
    'https://[::1/a.jpg',
    'https://[::1%25eth0]/a.jpg',
    'https://a%00b.com/a.jpg',
    'data:image/png;base64,AAAA',
    'DATA:image/png;base64,AAAA',
    'blob:https://example.com/0b3c',
    'blob:http://127.0.0.1/0b3c',
    'filesystem:https://example.com/temporary/a.jpg',
    'file:///etc/passwd',
    'ftp://example.com/a.jpg',
    'ws://example.com/',
    'javascript:alert(1)//example.com',
    'JaVaScRiPt:alert(1)',
    'vbscript:x',
    'about:blank',
    'view-source:https://example.com/',
    'chrome://settings',
    'chrome-extension://hfgmkjabpncfjndncahbclkibpphmaol/popup.html',
    'moz-extension://0/a.jpg',
    'intent://example.com/#Intent;end',
    'mailto:me@example.com',
    'frame:1',
    'screen:0b3c',
  ],
};

describe('an address', () => {
  const table = Object.entries(forms).flatMap(([kind, addresses]) =>
    addresses.map((address) => [kind, address] as const),
  );

  // H09
  it('is looked at in eighty forms and more', () => {
    expect(new Set(table.map(([, address]) => address)).size).toBeGreaterThan(80);
  });

  // H09
  it.each(table)('is %s: %j', (kind, address) => {
    expect(kindOf(address)).toBe(kind);
    expect(siteOf(address) !== null).toBe(kind === 'public');
  });
});

/** The spellings of one IPv4 address that browsers know. */
const spelled = fc
  .tuple(
    fc.nat(0xff_ff_ff_ff),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.nat(2), { minLength: 4 }),
  )
  .map(([value, parts, bases]) => {
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
    const rest = bytes.slice(parts - 1).reduce((sum, byte) => sum * 256 + byte, 0);
    return [...bytes.slice(0, parts - 1), rest]
      .map(
        (part, index) =>
          ['', '0x', '0'][bases[index] ?? 0] + part.toString([10, 16, 8][bases[index] ?? 0]),
      )
      .join('.');
  });

describe('an address that a machine made up', () => {
  it('is private where it is a number, however that is written', () => {
    const write = fc.tuple(fc.constantFrom('http://', 'https://', 'https:', 'https://a@'), spelled);
    holds(
      fc.property(write, ([scheme, host]) => {
        expect(kindOf(`${scheme}${host}/a.jpg`)).toBe('private');
      }),
      { numRuns: 2000 },
    );
  });

  // Z02
  it('is public only where the browser’s own reading is https, has a name, and no one’s password', () => {
    const piece = fc.constantFrom(
      'https:',
      'http:',
      '//',
      '\\',
      '/',
      '@',
      ':',
      '.',
      '%2e',
      '。',
      '127',
      '0x7f',
      '1',
      '[::1]',
      'localhost',
      'example',
      'com',
      'local',
      ' ',
      '\t',
      '\0',
      '#',
      '?',
      'ａ',
      'data:',
      '443',
    );
    const address = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 });
    holds(
      fc.property(address, (pieces) => {
        const text = pieces.join('');
        const url = URL.parse(text);
        const bare = url?.hostname.replaceAll(/^\[|\]$|\.+$/g, '') ?? '';
        const kind = kindOf(text);
        if (kind === 'public') {
          expect(url).toMatchObject({ protocol: 'https:', username: '', password: '' });
          expect(isIP(bare)).toBe(0);
          expect(bare.includes('.')).toBe(true);
        }
        if (isIP(bare) && /^https?:$/.test(url?.protocol ?? '')) expect(kind).toBe('private');
        if (kind === 'other') expect(url?.protocol ?? '').not.toMatch(/^https?:$/);
      }),
      { numRuns: 5000 },
    );
  });
});
