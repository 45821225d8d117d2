// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { egressOf, strangersIn } from './egress.ts';

const tack = 'moz-extension://abc';
const system = '[System Principal]';

describe('what Firefox sent while a flow ran', () => {
  // P03
  it('has no stranger in it: a host that nobody answered for is told, whoever asked it', () => {
    const rows = egressOf(
      [
        { by: tack, type: 20, url: 'http://pinterest.localhost:4010/v5/pins?x=1' },
        { by: tack, type: 11, url: 'http://uploads.localhost/' },
        { by: tack, type: 3, url: 'http://cdn.localhost/a.jpg' },
        { by: tack, type: 20, url: 'http://cdn.localhost/a.jpg' },
        { by: tack, type: 20, url: 'https://collector.example/a' },
        { by: tack, type: 45, url: 'https://collector.example/b' },
        { by: 'http://kitchen.localhost', type: 3, url: 'https://collector.example/c.jpg' },
        { by: system, type: 6, url: 'http://kitchen.localhost/' },
        { by: tack, type: 6, url: 'https://collector.example/opened' },
        { by: system, type: 20, url: 'https://update.example/browser' },
      ],
      tack,
    );

    expect(strangersIn(rows)).toEqual([
      'tack empty cdn.localhost/a.jpg',
      'tack empty collector.example/a',
      'tack type 45 collector.example/b',
      'page image collector.example/c.jpg',
      'person document collector.example/opened',
    ]);
  });
});
