import { webLink } from './link';
import type { Capture, ImageCandidate } from './types';

/** The longest texts of a pin in UTF-16 code units. Source: Pinterest's API description 5.23, PinCreate. */
export const textLimits = { title: 100, description: 800, altText: 500, link: 2048 } as const;

/** What a page has to say for a pin. Each is '' where it gives nothing. */
export interface SuggestedText {
  title: string;
  description: string;
  altText: string;
  link: string;
}

/**
 * The texts for a pin of one picture of a page: whole, for templates to take and to cut. The link is within Pinterest's limit.
 * What the person selected comes before what the author wrote for this picture, and that before what the page says of
 * itself. Alt text stays alt text: it is written for people who don't see the picture.
 */
export function suggestText(
  { page }: Capture,
  { alt, pinDescription, pinUrl }: Pick<ImageCandidate, 'alt' | 'pinDescription' | 'pinUrl'>,
): SuggestedText {
  const description = page.selection || pinDescription || page.description;
  const pinLink = pinUrl === null ? null : webLink(pinUrl, page.url);
  const links = [pinLink ?? '', page.link, withoutQuery(page.link)];
  return {
    title: page.title,
    description,
    altText: isFileName(alt) ? '' : alt,
    link: links.find((link) => link !== '' && link.length <= textLimits.link) ?? '',
  };
}

/** Alt text such as `IMG_0231.JPG` was put there by a program and describes nothing. */
function isFileName(alt: string): boolean {
  return /^\S+\.(?:jpe?g|png|gif|webp|avif|svg|heic)$/i.test(alt);
}

function withoutQuery(link: string): string {
  return link.split('?', 1)[0] ?? '';
}
