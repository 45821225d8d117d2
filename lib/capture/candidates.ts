/** From what readers find to the list of pictures: one entry a picture at its best source, no icons, largest first. */
import { queryAll, rootsOf } from './dom';
import { findingOf, isBetter, rank, sourceOf } from './finding';
import type { Finding, Page, Source } from './finding';
import { pictureKey } from './image-url';
import { maxImages, maxUrl, maxUrlTotal, minSide } from './limits';
import { shareFindings } from './metadata';
import type { Meta } from './metadata';
import { readers } from './readers';
import type { ImageCandidate } from './types';

/** Size to assume, for the order only, of a picture made for sharing: the usual size of such. */
const shareArea = 1200 * 630;

/** A picture: all findings of it, and its best source. */
interface Picture {
  findings: Finding[];
  best: Source;
}

export interface Candidates {
  images: ImageCandidate[];
  /** Index of the picture at `srcUrl`, null if none was asked for or it is none that can be pinned. */
  target: number | null;
}

/**
 * All pictures of a page. The one at `srcUrl` is always among them, however small; others that their author keeps from
 * Pinterest are left out.
 */
export function findCandidates(
  page: Page,
  metas: readonly Meta[],
  srcUrl: string | undefined,
): Candidates {
  const findings = [...readAll(page), ...shareFindings(page, metas)];
  const asked = srcUrl ? sourceOf(srcUrl, 'src', { base: page.base }) : null;
  const askedFinding = asked && findAsked(findings, asked);
  if (asked && !askedFinding) findings.push(findingFor(asked));
  const isAsked = ({ findings: members }: Picture) =>
    members.some((finding) => finding === askedFinding || finding.sources[0] === asked);
  const pictures = groupFindings(findings)
    .filter((picture) => isAsked(picture) || isOffered(picture))
    .toSorted((one, other) => areaOf(other) - areaOf(one));
  const kept = withinLimits(pictures, isAsked);
  const target = kept.findIndex(isAsked);
  return { images: kept.map(toCandidate), target: target < 0 ? null : target };
}

function readAll(page: Page): Finding[] {
  const findings: Finding[] = [];
  for (const root of rootsOf(page.document)) {
    for (const { selector, read } of readers) {
      for (const element of queryAll(root, selector)) {
        try {
          findings.push(...read(element, page).filter(({ sources }) => sources.length > 0));
        } catch {
          // A page can break an element under the reader's hands; the others are as good as before.
        }
      }
    }
  }
  return findings;
}

/** The finding with the address: rather one that shows it, or has it as a real source, than one it only stands in for. */
function findAsked(findings: readonly Finding[], { url }: Source): Finding | undefined {
  const has = (finding: Finding, lowest: number) =>
    finding.sources.some((source) => source.url === url && source.rank >= lowest);
  return (
    findings.find((finding) => finding.shownUrl === url && has(finding, rank.shown)) ??
    findings.find((finding) => has(finding, rank.shown)) ??
    findings.find((finding) => finding.shownUrl === url)
  );
}

function findingFor(source: Source): Finding {
  return { ...findingOf([source]), shownUrl: source.url };
}

/** Puts findings together that share a source, at any size. Placeholders are shared by different pictures, so they don't count. */
function groupFindings(findings: readonly Finding[]): Picture[] {
  const parents = findings.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let parent = parents[root]; parent !== undefined && parent !== root;) {
      parents[root] = parents[parent] ?? parent;
      root = parent;
      parent = parents[root];
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  for (const [index, { sources }] of findings.entries()) {
    for (const source of sources) {
      if (source.rank === rank.placeholder) continue;
      const key = pictureKey(source.url);
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else joinTo(parents, rootOf(first), rootOf(index));
    }
  }
  const groups = Map.groupBy(findings.keys(), rootOf);
  return Array.from(groups.values(), (members) => pictureOf(members, findings));
}

/** The earlier one stays the root, so that pictures keep the order of the page. */
function joinTo(parents: number[], one: number, other: number): void {
  parents[Math.max(one, other)] = Math.min(one, other);
}

function pictureOf(members: readonly number[], findings: readonly Finding[]): Picture {
  const own = members.flatMap((index) => findings[index] ?? []);
  const sources = own.flatMap((finding) => finding.sources);
  return {
    findings: own,
    best: sources.reduce((one, other) => (isBetter(other, one) ? other : one)),
  };
}

function isOffered({ findings, best }: Picture): boolean {
  if (best.rank === rank.placeholder || findings.some(({ nopin }) => nopin)) return false;
  if (isSmall(best.width) || isSmall(best.height)) return false;
  if (best.rank > rank.shown) return true;
  // The size on the page counts where the file's is not known, and for drawings, which have any size.
  const isSizeKnown = best.width > 0 && best.type !== 'image/svg+xml';
  const layouts = findings.filter(({ layoutWidth, layoutHeight }) => layoutWidth || layoutHeight);
  if (isSizeKnown || layouts.length === 0) return true;
  return layouts.some((finding) => !isSmall(finding.layoutWidth) && !isSmall(finding.layoutHeight));
}

function isSmall(pixels: number): boolean {
  return pixels > 0 && pixels < minSide;
}

/** Pixels of a picture as far as can be told, for the order. */
function areaOf({ findings, best }: Picture): number {
  const areas = findings.map(({ layoutWidth, layoutHeight }) => layoutWidth * layoutHeight);
  const known = best.width * (best.height || best.width * 0.75);
  const isShared = findings.some(({ sources }) => sources[0]?.from === 'meta');
  return known || Math.max(isShared ? shareArea : 0, ...areas);
}

/** The first pictures that fit into one message, and in any case the one that was asked for. */
function withinLimits(
  pictures: readonly Picture[],
  isAsked: (picture: Picture) => boolean,
): Picture[] {
  const asked = pictures.find(isAsked);
  let room = maxUrlTotal - (asked ? lengthOf(asked) : 0);
  let places = maxImages - (asked ? 1 : 0);
  return pictures.filter((picture) => {
    if (picture === asked) return true;
    const length = lengthOf(picture);
    if (places === 0 || length > room) return false;
    places -= 1;
    room -= length;
    return true;
  });
}

function lengthOf(picture: Picture): number {
  return picture.best.url.length + shownOf(picture).shownUrl.length;
}

/** The largest of the places that show the picture. */
function shownOf({
  findings,
  best,
}: Picture): Pick<Finding, 'shownUrl' | 'shownWidth' | 'shownHeight'> {
  const shown = findings
    .filter(
      ({ shownUrl }) => shownUrl === best.url || (shownUrl !== '' && shownUrl.length <= maxUrl),
    )
    .reduce<Finding | null>(
      (one, other) => (one && one.shownWidth >= other.shownWidth ? one : other),
      null,
    );
  return shown ?? { shownUrl: best.url, shownWidth: 0, shownHeight: 0 };
}

function toCandidate(picture: Picture): ImageCandidate {
  const { findings, best } = picture;
  const { shownUrl, shownWidth, shownHeight } = shownOf(picture);
  return {
    url: best.url,
    from: best.from,
    type: best.type,
    width: best.width,
    height: best.height,
    shownUrl,
    shownWidth,
    shownHeight,
    alt: findings.find(({ alt }) => alt !== '')?.alt ?? '',
    pinUrl: findings.find(({ pinUrl }) => pinUrl !== null)?.pinUrl ?? null,
    pinDescription:
      findings.find(({ pinDescription }) => pinDescription !== null)?.pinDescription ?? null,
    pinId: findings.find(({ pinId }) => pinId !== null)?.pinId ?? null,
    nopin: findings.some(({ nopin }) => nopin),
  };
}
