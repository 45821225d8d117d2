import { webLink } from '../capture/link';
import type { Capture, ImageCandidate } from '../capture/types';
import { isOfOwnNetwork, mayName } from '../media/url-policy';

/**
 * What a page has to pin without addresses of this machine or its network, unless the page is of there itself. A page of
 * the web could else have Tack's own views load from a router what the browser does not let it load
 * (research/security-reliability.md, H08 and H12), and Pinterest can't fetch from there anyway.
 */
export function withoutPrivate(capture: Capture): Capture {
  const { page, images, target } = capture;
  if (isOfOwnNetwork(page.url)) return capture;
  const kept = images.flatMap((image) => publicImage(image, page.url) ?? []);
  const asked = target === null ? undefined : images[target];
  const index = kept.findIndex(({ url }) => url === asked?.url);
  const link = mayName(page.url, page.link) ? page.link : (webLink(page.url, page.url) ?? '');
  return { ...capture, page: { ...page, link }, images: kept, target: index < 0 ? null : index };
}

function publicImage(image: ImageCandidate, pageUrl: string): ImageCandidate | null {
  if (!mayName(pageUrl, image.url)) return null;
  const { shownUrl, pinUrl, versions } = image;
  // The page's own words, so it may be without a scheme (`//192.168.0.1/`) and is read as it will be when it is used.
  const pinned = URL.parse(pinUrl ?? '', pageUrl)?.href ?? '';
  return {
    ...image,
    shownUrl: mayName(pageUrl, shownUrl) ? shownUrl : image.url,
    pinUrl: mayName(pageUrl, pinned) ? pinUrl : null,
    versions: versions.filter(({ url }) => mayName(pageUrl, url)),
  };
}
