import type { ImageOrigin } from '../../lib/capture/types';
import type { MessageKey } from '../../lib/i18n';

/** Where a picture's address was found, in words. */
export const originText: Readonly<Record<ImageOrigin, MessageKey>> = {
  src: 'originSrc',
  srcset: 'originSrcset',
  picture: 'originPicture',
  lazy: 'originLazy',
  background: 'originBackground',
  poster: 'originPoster',
  'data-pin-media': 'originPinMedia',
  meta: 'originMeta',
  link: 'originLink',
  'page data': 'originPageData',
  noscript: 'originNoscript',
  element: 'originSrc',
  preload: 'originPreload',
  'save link': 'originSaveLink',
  larger: 'originLarger',
  file: 'originFile',
  frame: 'originFrame',
  screen: 'originScreen',
};
