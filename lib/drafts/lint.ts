import { textLimits } from '../capture/suggest';
import { croppedSize, largestCrop } from '../media/crop';
import { isPrivate } from '../media/url-policy';
import type { LinkAnswer } from './check-link';
import { withoutTracking } from './clean-link';
import type { Draft, DraftEdit } from './types';

/** What could be better about a pin; none of it keeps the pin back. */
export type LintCode =
  | 'small-image'
  | 'odd-ratio'
  | 'no-alt'
  | 'link-private'
  | 'link-gone'
  | 'link-silent'
  | 'same-words'
  | 'parameters';

/** What one click does about it. */
export type LintFix =
  /** Takes another address of the picture. */
  | { does: 'larger'; url: string }
  | {
      does: 'whole' | 'crop' | 'alt' | 'page-link' | 'page-words' | 'no-words' | 'strip';
      edit: DraftEdit;
    };

export interface Lint {
  code: LintCode;
  /** Null where only the person can mend it. */
  fix: LintFix | null;
}

/** What is known besides the draft. */
export interface LintFacts {
  /** Titles and descriptions of pins that were queued lately. */
  recent: readonly { title: string; description: string }[];
  /** What the page says of itself; '' where that is not known. */
  pageText: string;
  /** What came of asking a link; null where none was asked. */
  linkAnswer: { link: string; said: LinkAnswer } | null;
}

/** Pixels of the width below which a feed enlarges a picture. Source: Pinterest's help asks for 600 px at least, 1000 at best. */
const SMALL_WIDTH = 600;
/** Height by width: taller ones are cut off in feeds (1:2.1 and more), wider ones are mere strips. */
const TALLEST = 2.1;
const WIDEST = 0.7;
/** Shorter descriptions are alike by chance. */
const SAME_FROM = 12;

/** Says what could be better about a draft, the weightiest first. */
export function lintDraft(draft: Draft, facts: LintFacts): Lint[] {
  if (draft.image.pinId !== null) return []; // it is saved as it is
  const found: (Lint | null)[] = [
    badLink(draft, facts),
    smallImage(draft),
    oddRatio(draft),
    noAlt(draft),
    sameWords(draft, facts),
    parameters(draft),
  ];
  return found.filter((lint) => lint !== null);
}

/** The size of the picture as it goes out; 0 where it is not known. */
function sizeOf({ image, media, crop }: Draft) {
  return croppedSize(media.state === 'kept' ? media : image, crop);
}

type Size = ReturnType<typeof sizeOf>;

const isVideo = ({ media }: Draft) => media.state === 'kept' && media.video !== undefined;

const isOdd = ({ width, height }: Size) => height / width > TALLEST || height / width < WIDEST;

function smallImage(draft: Draft): Lint | null {
  const { width } = sizeOf(draft);
  if (width === 0 || width >= SMALL_WIDTH || isVideo(draft)) return null;
  const [largest] = draft.image.versions.toSorted((a, b) => b.width - a.width);
  if (largest && largest.width > width * 1.2)
    return { code: 'small-image', fix: { does: 'larger', url: largest.url } };
  const whole = sizeOf({ ...draft, crop: null });
  // Another hint would only lead back.
  const helps = Boolean(draft.crop) && whole.width >= SMALL_WIDTH && !isOdd(whole);
  return { code: 'small-image', fix: helps ? { does: 'whole', edit: { crop: null } } : null };
}

function oddRatio(draft: Draft): Lint | null {
  const size = sizeOf(draft);
  if (size.width === 0 || size.height === 0 || isVideo(draft) || !isOdd(size)) return null;
  const { media } = draft;
  if (media.state !== 'kept') return { code: 'odd-ratio', fix: null };
  return { code: 'odd-ratio', fix: { does: 'crop', edit: { crop: largestCrop(media, 'tall') } } };
}

function noAlt({ altText, image, title, pageTitle }: Draft): Lint | null {
  if (altText.trim() !== '') return null;
  const suggested = [image.alt, title, pageTitle].map((text) => text.trim()).find(Boolean);
  return {
    code: 'no-alt',
    fix: suggested ? { does: 'alt', edit: { altText: suggested } } : null,
  };
}

/** Pinterest takes many pins with one text for spam: the page's own words are others, or none are better. */
function sameWords(draft: Draft, { recent, pageText }: LintFacts): Lint | null {
  const isTaken = (text: string) =>
    recent.some(({ description }) => plain(description) === plain(text));
  if (plain(draft.description).length < SAME_FROM || !isTaken(draft.description)) return null;
  const own = pageText.trim().slice(0, textLimits.description);
  const fix: LintFix =
    own === '' || isTaken(own)
      ? { does: 'no-words', edit: { description: '' } }
      : { does: 'page-words', edit: { description: own } };
  return { code: 'same-words', fix };
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** What tracks and was typed or pasted into the link after Tack had cleaned it. */
function parameters({ link, linkAdded = [], linkBefore, linkRemoved }: Draft): Lint | null {
  const { url, removed } = withoutTracking(link);
  const own = removed.filter((name) => !linkAdded.includes(name));
  if (own.length === 0 || link === linkBefore) return null; // wanted back, or the person's own
  if (own.length !== removed.length) return { code: 'parameters', fix: null };
  const edit = { link: url, linkRemoved: [...new Set([...linkRemoved, ...removed])] };
  return { code: 'parameters', fix: { does: 'strip', edit } };
}

const answerCodes: Partial<Record<LinkAnswer, LintCode>> = {
  gone: 'link-gone',
  silent: 'link-silent',
};

/** A link that leads nowhere gives way to the page that the picture is from. */
function badLink({ link, pageUrl }: Draft, { linkAnswer }: LintFacts): Lint | null {
  const said = linkAnswer?.link === link ? answerCodes[linkAnswer.said] : undefined;
  // Whoever pins from a page of their own network knows.
  const code = isPrivate(link) && !isPrivate(pageUrl) ? 'link-private' : said;
  if (!code) return null;
  const { url, removed } = withoutTracking(pageUrl);
  const isBetter = /^https?:/.test(url) && url !== link;
  const edit = { link: url, linkRemoved: removed, linkAdded: [] };
  return { code, fix: isBetter ? { does: 'page-link', edit } : null };
}
