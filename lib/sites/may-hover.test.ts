import { describe, expect, it } from 'vitest';

import { mayHover } from './may-hover';

const from = {
  tabId: 1,
  frameId: 0,
  documentId: 'D1',
  url: 'https://a.example/gallery',
  tabUrl: 'https://a.example/gallery',
  isActive: true,
};
const sites = { 'a.example': { hover: true }, 'b.example': { hover: false } };

describe('a button on a picture', () => {
  it('may ask for a pin on a site that has it, in the page or in a frame of the same site', () => {
    expect(mayHover(from, sites)).toBe(true);
    expect(mayHover({ ...from, frameId: 4, url: 'https://a.example/frame' }, sites)).toBe(true);
  });

  it.each([
    ['of a site that has none', { url: 'https://b.example/', tabUrl: 'https://b.example/' }],
    ['of a site that is not allowed', { url: 'https://c.example/', tabUrl: 'https://c.example/' }],
    ['in another site’s page', { tabUrl: 'https://c.example/' }],
    ['in another site’s frame', { url: 'https://c.example/' }],
    ['in a tab that is not in front', { isActive: false }],
    ['in a tab that the browser does not tell of', { tabUrl: '' }],
  ])('may not %s', (_, changes) => {
    expect(mayHover({ ...from, ...changes }, sites)).toBe(false);
  });
});
