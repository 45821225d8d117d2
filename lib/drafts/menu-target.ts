import type { PageTarget } from '../messages/page-protocol';

/** What a browser says of a click on an entry of its context menu. */
export interface MenuClick {
  mediaType?: string | undefined;
  srcUrl?: string | undefined;
  linkUrl?: string | undefined;
}

/**
 * What a menu click means. The browser's own word on a picture always counts; of a video it names the film, which is no
 * picture: its poster is found by the place of the click.
 */
export function menuTarget({ mediaType, srcUrl, linkUrl }: MenuClick): PageTarget {
  const isPicture = srcUrl !== undefined && mediaType !== 'video' && mediaType !== 'audio';
  return {
    srcUrl: isPicture ? srcUrl : null,
    isPointed: true,
    ...(linkUrl ? { linkUrl } : {}),
  };
}
