/** Addresses of pictures: which can be pinned, which are the same picture, what they tell of the file. */
import { maxDataUrl, maxUrl, minDataUrl } from './limits';

/** File types that a browser can show and Tack can turn into JPEG or PNG. */
const typeOfExtension: Readonly<Record<string, string>> = Object.fromEntries(
  'avif bmp gif jpeg png webp jpg:jpeg jpe:jpeg jfif:jpeg svg:svg+xml'.split(' ').map((each) => {
    const [extension = '', type = extension] = each.split(':');
    return [extension, `image/${type}`];
  }),
);

/** MIME types that can become a pin, as they are or converted. */
export const knownTypes: ReadonlySet<string> = new Set([
  ...Object.values(typeOfExtension),
  'image/jpg',
  'image/apng',
]);

/** Names of files that stand where a picture will be, or count visitors. */
const placeholderName =
  /(?:^|[/_.-])(?:spacer|blank|pixel|1x1|transparent|placeholder|place-holder|lazyload|lazy-load|loading|loader|spinner|sprites?|grey|gray)(?:[_.-][^/]*)?\.(?:gif|png|svg|jpe?g|webp)$/i;

/**
 * The absolute address of a picture, or null where it can't be one: http(s), `data:image/` and `blob:` only, within the
 * length limits. Hash and user name are left out; the query stays as it is, since signatures cover it.
 */
export function imageUrl(address: string, base: string): string | null {
  const text = address.trim();
  if (/^data:/i.test(text)) {
    if (!/^data:image\//i.test(text) || text.length > maxDataUrl) return null;
    // As the browser spells it: other characters take up to six times the room in a message.
    const plain = /[^ -~]/.test(text) ? (URL.parse(text)?.href ?? '') : text;
    return plain.length <= maxDataUrl ? plain : null;
  }
  if (text === '' || text.length > maxUrl) return null;
  const url = URL.parse(text, base);
  if (!url) return null;
  if (url.protocol === 'blob:') return url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // Each of these writes the address anew, and a page has thousands.
  if (url.hash) url.hash = '';
  if (url.username) url.username = '';
  if (url.password) url.password = '';
  return url.href.length <= maxUrl ? url.href : null;
}

/** Whether an attribute's text looks like an address of a picture, and not like a number, JSON or a template. */
export function looksLikeImageUrl(text: string): boolean {
  if (/^data:image\//i.test(text)) return true;
  if (/[\s{}<>"|\\^`]/.test(text.slice(0, maxUrl)) || text.startsWith('#')) return false;
  return text.includes('/') || hasImageEnding(text);
}

/** Whether an address ends in the name of an image file, so that a link to it leads to the picture itself. */
export function isImageFile(url: string): boolean {
  const { pathname } = new URL(url);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  // Wiki pages about a file (`/wiki/File:Rose.jpg`) and code viewers (`/blob/main/rose.jpg`) end like one and are HTML.
  const isPageAboutFile = /:|%3a/i.test(name) || /\/(?:blob|wiki)\//.test(pathname);
  return hasImageEnding(pathname) && !isPageAboutFile;
}

/** The MIME type that an address gives away, or ''. */
export function typeOfUrl(url: string): string {
  const data = /^data:(image\/[\w.+-]+)/i.exec(url.slice(0, 64));
  if (data) return (data[1] ?? '').toLowerCase();
  return typeOfExtension[extensionOf(url)] ?? '';
}

/** Whether the address is of something that stands in for a picture. */
export function isPlaceholder(url: string): boolean {
  if (url.startsWith('data:')) return url.length < minDataUrl;
  return placeholderName.test(withoutQuery(url));
}

/** Whether an address, as written, ends as that of an image file. */
export const hasImageEnding = (address: string): boolean => extensionOf(address) !== '';

function extensionOf(address: string): string {
  const match = /\.([a-z]{3,4})$/i.exec(withoutQuery(address.slice(0, maxUrl)));
  const extension = (match?.[1] ?? '').toLowerCase();
  return extension in typeOfExtension ? extension : '';
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}
