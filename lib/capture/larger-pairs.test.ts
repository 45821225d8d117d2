import { describe, expect, it } from 'vitest';

import { largerVersions } from './larger';

/**
 * For each service: an address that asks for a size, one of those to be tried, and one that only looks alike. They hold
 * whatever the rules look like that give them.
 */
const pairs: readonly [service: string, small: string, larger: string][] = [
  [
    'X, avatars',
    'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
    'https://pbs.twimg.com/profile_images/1/a.jpg',
  ],
  [
    'YouTube',
    'https://i.ytimg.com/vi/abc/hqdefault.jpg',
    'https://i.ytimg.com/vi/abc/maxresdefault.jpg',
  ],
  ['Imgur', 'https://i.imgur.com/aBcDeFgm.jpg', 'https://i.imgur.com/aBcDeFg.jpg'],
  [
    'Medium, older',
    'https://miro.medium.com/max/1400/1*a.jpeg',
    'https://miro.medium.com/1*a.jpeg',
  ],
  [
    'Medium, several words',
    'https://miro.medium.com/v2/resize:fill:88:88/1*a.jpeg',
    'https://miro.medium.com/v2/1*a.jpeg',
  ],
  [
    'eBay',
    'https://i.ebayimg.com/images/g/abc/s-l300.jpg',
    'https://i.ebayimg.com/images/g/abc/s-l1600.jpg',
  ],
  [
    'Blogger',
    'https://blogger.googleusercontent.com/img/a/b/s320/tea.jpg',
    'https://blogger.googleusercontent.com/img/a/b/s1600/tea.jpg',
  ],
  [
    'SmugMug',
    'https://photos.smugmug.com/Tea/i-a/0/b/L/tea-L.jpg',
    'https://photos.smugmug.com/Tea/i-a/0/b/O/tea-O.jpg',
  ],
  [
    'ArtStation',
    'https://cdna.artstation.com/p/assets/images/1/small/tea.jpg',
    'https://cdna.artstation.com/p/assets/images/1/large/tea.jpg',
  ],
  [
    'New York Times',
    'https://static01.nyt.com/images/2024/tea-articleLarge.jpg',
    'https://static01.nyt.com/images/2024/tea-superJumbo.jpg',
  ],
];

/** Addresses that have the words of a rule and are of another site, or of no size. */
const alike: readonly string[] = [
  'https://twimg.com.test/profile/a_normal.jpg',
  'https://a.test/vi/abc/hqdefault.jpg',
  'https://a.test/aBcDeFgm.jpg',
  'https://a.test/max/1400/tea.jpeg',
  'https://notebayimg.com/g/abc/s-l300.jpg',
  'https://a.test/s320/tea.jpg',
  'https://a.test/tea-2024.jpg',
];

describe('the larger versions of a picture', () => {
  it.each(pairs)('have the one of %s', (_, small, larger) => {
    expect(largerVersions(small)).toContain(larger);
  });

  it.each(alike)('are none for %s', (url) => {
    expect(largerVersions(url)).toEqual([]);
  });

  it.each(pairs)('are not looked for behind a signature: %s', (_, small) => {
    expect(largerVersions(`${small}?X-Amz-Signature=1`)).toEqual([]);
  });
});
