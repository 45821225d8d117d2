import type { ImageCandidate, ImageOrigin } from './types';

/** A picture of which nothing is known but its address. */
export function bareImage(url: string, from: ImageOrigin = 'src'): ImageCandidate {
  return {
    url,
    from,
    type: '',
    width: 0,
    height: 0,
    frameId: 0,
    shownUrl: url,
    shownWidth: 0,
    shownHeight: 0,
    versions: [],
    alt: '',
    pinUrl: null,
    pinDescription: null,
    pinId: null,
    nopin: false,
  };
}
