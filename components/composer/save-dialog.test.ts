import { describe, expect, it } from 'vitest';

import { saveDialogUrl } from './save-dialog';

const image = { url: 'https://a.example/photo.jpg' } as never;

describe('saveDialogUrl', () => {
  it('fills in page, picture and words', () => {
    const draft = {
      link: 'https://a.example/page?x=1&y=2',
      pageUrl: '',
      image,
      title: 'Title',
      description: '',
    };

    const { searchParams, origin, pathname } = new URL(
      saveDialogUrl('https://www.pinterest.com', draft),
    );

    expect(origin + pathname).toBe('https://www.pinterest.com/pin/create/button/');
    expect(Object.fromEntries(searchParams)).toEqual({
      url: 'https://a.example/page?x=1&y=2',
      media: 'https://a.example/photo.jpg',
      description: 'Title',
    });
  });

  it('leaves out a picture that only this browser has', () => {
    const draft = {
      link: '',
      pageUrl: 'https://a.example/',
      image: { url: 'blob:x' } as never,
      title: '',
      description: '',
    };

    expect(
      new URL(saveDialogUrl('https://www.pinterest.com', draft)).searchParams.has('media'),
    ).toBe(false);
  });

  it.each([
    ['https://a.example/x?c={board}', 'https://a.example/x'],
    ['https://a.example/x=1?a=1&c={board}&d=x-{board}', 'https://a.example/x=1?a=1'],
    ['https://a.example/x?c={board}&b=2', 'https://a.example/x?b=2'],
  ])('leaves out what waits for the board of %s', (link, url) => {
    const draft = { link, pageUrl: '', image, title: '', description: '' };
    const { searchParams } = new URL(saveDialogUrl('https://www.pinterest.com', draft));

    expect(searchParams.get('url')).toBe(url);
  });
});
