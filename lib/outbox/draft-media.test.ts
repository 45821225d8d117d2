// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { bareImage } from '../capture/bare-image';
import type { DraftMedia } from '../drafts/types';
import { carouselMedia, draftMediaOf, ownMedia } from './draft-media';

const sized = (width: number, height: number) => ({
  ...bareImage('https://a.example/1.jpg'),
  width,
  height,
});

const draftOf = (...images: ReturnType<typeof sized>[]) => ({
  image: images[0]!,
  also: images.slice(1).map((image, index) => ({
    key: `${index + 2}`,
    image,
    media: { state: 'reading' } as const,
  })),
  together: 'pad' as const,
});

const kept = {
  state: 'kept',
  type: 'image/jpeg',
  size: 1,
  sha256: 'x',
  width: 9,
  height: 9,
} as const;
const byUrl = (url: string): DraftMedia => ({ state: 'by-url', url });

describe('a video', () => {
  const film = { ...kept, type: 'video/mp4', video: { durationMs: 6000 } };

  it('has its second second as its cover until the person chooses another', () => {
    expect(ownMedia(film)).toMatchObject({ kind: 'video', durationMs: 6000, cover: { ms: 1000 } });
    expect(ownMedia(film, { coverMs: 4000 })).toMatchObject({ cover: { ms: 4000 } });
  });

  it('is the same draft again when it is taken back', () => {
    const media = ownMedia(film);
    expect(media.kind === 'video' && draftMediaOf(media)).toEqual(film);
  });
});

describe('a carousel', () => {
  it('is made of the bytes of all its pictures, each under its own name', () => {
    const draft = draftOf(sized(100, 150), sized(300, 200));
    expect(carouselMedia(draft, [kept, kept])).toMatchObject({
      kind: 'carousel',
      fit: 'pad',
      items: [{ kind: 'bytes' }, { kind: 'bytes', key: '2' }],
    });
  });

  it('goes by addresses where no bytes can be had and all pictures have one shape', () => {
    const draft = draftOf(sized(100, 150), sized(1000, 1500));
    const items = carouselMedia(draft, [
      byUrl('https://a.example/1'),
      byUrl('https://a.example/2'),
    ]);
    expect(items).toMatchObject({ items: [{ kind: 'url' }, { kind: 'url' }] });
  });

  it.each([
    ['some can be read and some not', [kept, byUrl('https://a.example/2')], sized(100, 150), 1],
    [
      'their shapes differ',
      [byUrl('https://a.example/1'), byUrl('https://a.example/2')],
      sized(9, 9),
      2,
    ],
    [
      'a size is not known',
      [byUrl('https://a.example/1'), byUrl('https://a.example/2')],
      sized(0, 0),
      2,
    ],
  ])('is refused with the number of pictures in the way where %s', (_, media, other, count) => {
    const draft = draftOf(sized(100, 150), other);
    expect(() => carouselMedia(draft, media)).toThrow(
      expect.objectContaining({ code: 'draft/carousel-unread', data: { count } }),
    );
  });

  it('is refused with the reason of a picture that is gone', () => {
    const gone: DraftMedia = {
      state: 'failed',
      error: { code: 'media/gone', data: { status: 404 } },
    };
    expect(() => carouselMedia(draftOf(sized(1, 1), sized(1, 1)), [kept, gone])).toThrow(
      expect.objectContaining({ code: 'media/gone' }),
    );
  });
});
