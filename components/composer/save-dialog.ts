import type { Draft } from '../../lib/drafts/types';

/** Pinterest's dialog shows at most this much of a description. */
const DESCRIPTION_LIMIT = 500;

/**
 * Gives the address of Pinterest's own save dialog, filled in. It needs no account in Tack.
 * Source: the official widget's `pin/create/button`, and `repin/x` for a pin that is there (research/pinterest-api.md §6).
 */
export function saveDialogUrl(
  siteUrl: string,
  draft: Pick<Draft, 'link' | 'pageUrl' | 'title' | 'description'> & {
    image: Pick<Draft['image'], 'url'> & Partial<Pick<Draft['image'], 'pinId'>>;
  },
): string {
  const { link, pageUrl, image, title, description } = draft;
  if (image.pinId) return new URL(`/pin/${image.pinId}/repin/x/`, siteUrl).href;
  const url = new URL('/pin/create/button/', siteUrl);
  url.searchParams.set('url', withoutBoard(link) || pageUrl);
  if (/^https?:/.test(image.url)) url.searchParams.set('media', image.url);
  url.searchParams.set('description', (description || title).slice(0, DESCRIPTION_LIMIT));
  return url.href;
}

/** A parameter that waits for the board's name: the dialog asks for the board itself. */
const withoutBoard = (link: string) =>
  link.replace(/(?<=[?&])[^?&=]+=[^&]*\{board\}[^&]*&?/g, '').replace(/[?&]$/, '');
