import { largestCrop, croppedSize, type Crop } from '../media/crop';
import { withoutTracking } from './clean-link';
import type { Draft, DraftEdit } from './types';

/** What could be better about a pin; none of it keeps the pin back. */
export type LintCode =
  | 'small-image'
  | 'odd-ratio'
  | 'no-alt'
  | 'link-silent'
  | 'same-words'
  | 'parameters';

export interface Lint {
  code: LintCode;
  /** What one click does about it; null where only the person can. */
  fix:
    | { kind: 'edit'; edit: DraftEdit }
    /** Takes another address of the picture. */
    | { kind: 'version'; url: string }
    | null;
}

/** What is known besides the draft. */
export interface LintFacts {
  /** Titles and descriptions of pins that were queued lately. */
  recent: readonly { title: string; description: string }[];
  /** Whether the link answered when it was asked; null where it was not. */
  linkAnswers: boolean | null;
}

/** Pixels of the width below which a feed enlarges a picture. Source: Pinterest's help asks for 600 px at least, 1000 at best. */
const SMALL_WIDTH = 600;
/** Height by width: taller ones are cut off in feeds (1:2.1 and more), wider ones are mere strips. */
const TALLEST = 2.1;
const WIDEST = 0.7;
/** Shorter descriptions are alike by chance. */
const SAME_FROM = 12;

/** Says what could be better about a draft, the weightiest first. */
export function lintDraft(draft: Draft, { recent, linkAnswers }: LintFacts): Lint[] {
  if (draft.image.pinId !== null) return []; // it is saved as it is
  const found: (Lint | null)[] = [
    linkAnswers === false ? { code: 'link-silent', fix: linkFix(draft) } : null,
    smallImage(draft),
    oddRatio(draft),
    noAlt(draft),
    sameWords(draft, recent),
    parameters(draft),
  ];
  return found.filter((lint) => lint !== null);
}

/** The size of the picture as it goes out; 0 where it is not known. */
function sizeOf({ image, media, crop }: Draft) {
  return croppedSize(media.state === 'kept' ? media : image, crop);
}

const isVideo = ({ media }: Draft) => media.state === 'kept' && media.video !== undefined;

function smallImage(draft: Draft): Lint | null {
  const { width } = sizeOf(draft);
  if (width === 0 || width >= SMALL_WIDTH || isVideo(draft)) return null;
  const [largest] = draft.image.versions.toSorted((a, b) => b.width - a.width);
  if (largest && largest.width > width * 1.2)
    return { code: 'small-image', fix: { kind: 'version', url: largest.url } };
  const isCropped = Boolean(draft.crop);
  return {
    code: 'small-image',
    fix: isCropped ? { kind: 'edit', edit: { crop: null } } : null,
  };
}

function oddRatio(draft: Draft): Lint | null {
  const { width, height } = sizeOf(draft);
  if (width === 0 || height === 0 || isVideo(draft)) return null;
  const ratio = height / width;
  if (ratio <= TALLEST && ratio >= WIDEST) return null;
  const { media } = draft;
  if (media.state !== 'kept') return { code: 'odd-ratio', fix: null };
  const crop: Crop = largestCrop(media, 'tall');
  return { code: 'odd-ratio', fix: { kind: 'edit', edit: { crop } } };
}

function noAlt({ altText, image, title, pageTitle }: Draft): Lint | null {
  if (altText.trim() !== '') return null;
  const suggested = [image.alt, title, pageTitle].map((text) => text.trim()).find(Boolean);
  return {
    code: 'no-alt',
    fix: suggested ? { kind: 'edit', edit: { altText: suggested } } : null,
  };
}

/** Pinterest takes many pins with one text for spam. */
function sameWords(draft: Draft, recent: LintFacts['recent']): Lint | null {
  const text = plain(draft.description);
  if (text.length < SAME_FROM) return null;
  const isSame = recent.some(({ description }) => plain(description) === text);
  return isSame ? { code: 'same-words', fix: null } : null;
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** What tracks and was typed or pasted into the link after Tack had cleaned it. */
function parameters({ link, linkAdded = [], linkBefore }: Draft): Lint | null {
  const { url, removed } = withoutTracking(link);
  const own = removed.filter((name) => !linkAdded.includes(name));
  if (own.length === 0 || link === linkBefore) return null; // wanted back, or the person's own
  return own.length === removed.length
    ? { code: 'parameters', fix: { kind: 'edit', edit: { link: url, linkRemoved: removed } } }
    : { code: 'parameters', fix: null };
}

/** A link that does not answer gives way to the page that the picture is from. */
function linkFix({ link, pageUrl }: Draft): Lint['fix'] {
  const { url } = withoutTracking(pageUrl);
  return /^https?:/.test(url) && url !== link ? { kind: 'edit', edit: { link: url } } : null;
}
