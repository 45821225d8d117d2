import { describe, expect, it } from 'vitest';

import { menuTarget } from './menu-target';

const picture = 'https://shop.example/print.jpg';
const link = 'https://shop.example/print';

describe('what a menu click means', () => {
  it('is the picture that the browser names, in a link or not', () => {
    expect(menuTarget({ mediaType: 'image', srcUrl: picture })).toMatchObject({ srcUrl: picture });
    expect(menuTarget({ mediaType: 'image', srcUrl: picture, linkUrl: link })).toEqual({
      srcUrl: picture,
      linkUrl: link,
      isPointed: true,
    });
  });

  it('is not the film of a video, but what is found at the place', () => {
    const film = 'https://shop.example/film.mp4';
    expect(menuTarget({ mediaType: 'video', srcUrl: film })).toEqual({
      srcUrl: null,
      isPointed: true,
    });
  });

  it('is the place and its link where the browser names no picture', () => {
    expect(menuTarget({ linkUrl: link })).toEqual({
      srcUrl: null,
      linkUrl: link,
      isPointed: true,
    });
  });
});
