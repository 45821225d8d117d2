import { photoBytes } from '../pinterest/pages/photos.ts';
import type { Photo } from '../pinterest/photographs.ts';

/*
 * A site that the person allows Tack in. A test can't answer the browser's question for any, so it is on `localhost`, which the
 * build for tests is granted. All else is as for any site: nothing of Tack is there until the person allows it.
 */

const picture = (name: Photo, more = '') =>
  `<img src="/photos/${name}-600.jpg" width="300" height="240" alt="${name}" ${more}>`;

/** A page of pictures, the largest one first, with what pages do to pictures. */
const gallery = `<!doctype html><title>Gallery</title>
  <style>
    main { display: grid; grid-template-columns: repeat(3, 300px); gap: 20px; }
    figure, p { margin: 0; position: relative; }
    .layer { position: absolute; inset: 0; }
    html > div, [data-tack-hover] { display: block !important; position: static !important; height: 90px !important; opacity: 0 !important; }
  </style>
  <img src="/photos/french-alpine-landscape-1400.jpg" width="700" alt="The largest">
  <main>
    <figure id="layered">${picture('allium-oreophilum')}<a class="layer" href="/other"></a></figure>
    <p id="plain"><a href="/other">${picture('nagasaki-boats')}</a></p>
    <p id="chosen">${picture('black-canyon', `data-pin-media="/photos/airplane-from-above-1000.jpg" data-pin-description="As its author says"`)}</p>
    <p id="marked">${picture('dust-bowl-home', 'data-pin-nopin="true"')}</p>
    <p id="still">${picture('acanthus-mollis', 'data-pin-no-hover="true"')}</p>
    <p id="own">${picture('acanthus-mollis')}<a class="layer" style="inset:8px auto auto 8px;width:60px;height:24px" href="https://www.pinterest.com/pin/create/button/?media=x">Save</a></p>
  </main>
  <iframe id="frame" src="/frame" width="400" height="300" style="border:0"></iframe>
  <p style="height:1200px"></p>`;

/** A page with one picture, for a frame. */
const frame = `<!doctype html><title>Frame</title>
  <body style="margin:0">${picture('march-pastoral')}`;

/** The site's pages, by name; `nopin` is the same as `gallery`, and wants none of it pinned. */
export const sitePages: Readonly<Record<string, string>> = {
  gallery,
  frame,
  nopin: `<meta name="pinterest" content="nopin">${gallery}`,
};

/** A strict policy of the site's own has no say in what Tack draws. */
export const siteHeaders = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; connect-src 'self'",
};

/** The bytes of a picture of the site; undefined for a larger version that is tried, and not there. */
export async function sitePicture(address: string): Promise<Buffer | undefined> {
  const [, photo = '', width] = /photos\/([a-z-]+)-(\d+)/.exec(address) ?? [];
  return width ? photoBytes(photo as Photo, Number(width), 'jpg') : undefined;
}
