/** The link around a picture. */
import { attribute } from './dom';
import { rank, sourceOf } from './finding';
import type { Source } from './finding';
import { imageUrl, isImageFile } from './image-url';

/** The address that a link around an element, or the element itself, leads to; '' where there is none. */
export function linkOf(element: Element, base: string): string {
  const link = Element.prototype.closest.call(element, 'a[href]');
  return (link && imageUrl(attribute(link, 'href'), base)) ?? '';
}

/** The image file that a link leads to: the whole picture, where what it is around is a small one. */
export function linkedFile(url: string, base: string): Source | null {
  if (!url.startsWith('http') || !isImageFile(url)) return null;
  return sourceOf(url, 'link', { base, rank: rank.full });
}
