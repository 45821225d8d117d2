import { bareImage } from '../../lib/capture/bare-image';
import type { Draft } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';

const PAGE = 'https://github.com/stdlib-js/datasets-img-allium-oreophilum';

/** The draft that the first run practises with: as a page would give it, and kept nowhere. */
export function sampleDraft(sampleUrl: string): Draft {
  const image = {
    ...bareImage(sampleUrl, 'srcset'),
    width: 807,
    height: 1024,
    shownWidth: 520,
    alt: t('sampleAlt'),
  };
  return {
    id: 'sample',
    version: 3,
    createdAt: 0,
    updatedAt: 0,
    edited: false,
    tabId: -1,
    pageUrl: PAGE,
    pageTitle: '',
    image,
    media: {
      state: 'kept',
      type: 'image/jpeg',
      size: 0,
      sha256: '',
      width: image.width,
      height: image.height,
    },
    also: [],
    together: 'apart',
    title: t('sampleTitle'),
    description: t('sampleDescription'),
    altText: t('sampleAlt'),
    link: PAGE,
    linkRemoved: ['utm_source', 'fbclid'],
    linkBefore: `${PAGE}?utm_source=newsletter&fbclid=x1y2`,
    board: null,
  };
}

/** Reads the picture that came with Tack: looking at the first page asks nobody for anything. */
export const readSample = async (): Promise<Blob> => (await fetch('/sample.jpg')).blob();
