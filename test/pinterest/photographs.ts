/** The photographs (CC0 or public domain) that every seeded picture is cut from, with their sizes in pixels. */
export const photos = {
  'acanthus-mollis': { width: 790, height: 1024 },
  'airplane-from-above': { width: 1024, height: 717 },
  'allium-oreophilum': { width: 807, height: 1024 },
  'black-canyon': { width: 1024, height: 750 },
  'dust-bowl-home': { width: 1024, height: 788 },
  'french-alpine-landscape': { width: 1024, height: 484 },
  'march-pastoral': { width: 1024, height: 498 },
  'nagasaki-boats': { width: 1024, height: 819 },
} as const;

export type Photo = keyof typeof photos;

export const photoNames = Object.keys(photos) as Photo[];
