/** From what readers find to the list of pictures: one entry a picture at its best source, no icons, the one meant first. */
import { findingOf, isBetter, rank, sourceOf } from './finding';
import type { Finding, Source } from './finding';
import { groupFindings } from './grouping';
import { maxImages, maxUrl, maxUrlTotal, maxVersions, minSide, pauseEvery } from './limits';
import { areaOf, scoreOf } from './order';
import type { ImageCandidate, ImageVersion } from './types';

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
 * Pinterest are left out. Where the author names another picture to pin in its place, that one is the target.
 */
export function* toCandidates(
  found: readonly Finding[],
  base: string,
  srcUrl: string | undefined,
): Generator<void, Candidates> {
  const asked = srcUrl ? sourceOf(srcUrl, 'src', { base }) : null;
  const known = asked && findAsked(found, asked);
  const askedFinding = asked && (known ?? { ...findingOf([asked]), shownUrl: asked.url });
  const all = [...found, ...(askedFinding && !known ? [askedFinding] : [])];
  const picks = all.flatMap((finding) => pickOf(finding) ?? []);
  const pick = askedFinding && picks.find(({ url }) => url === askedFinding.authorPick?.url);
  const target = pick?.finding ?? askedFinding;
  const isAsked = ({ findings }: Picture) => target !== null && findings.includes(target);
  const groups = yield* groupFindings([...all, ...picks.map(({ finding }) => finding)]);
  yield;
  const pictures = groups
    .map(pictureOf)
    .filter((picture) => isAsked(picture) || isOffered(picture));
  yield;
  const kept = withinLimits(yield* inOrder(pictures), isAsked);
  yield;
  const index = kept.findIndex(isAsked);
  const images = kept.map(toCandidate);
  // The very element that was asked for has the last word.
  if (images[index] && askedFinding?.nopin) images[index].nopin = true;
  return { images, target: index < 0 ? null : index };
}

/** The picture that the author wants pinned, as a finding of its own: it is another picture than the one shown. */
function pickOf(finding: Finding): { url: string; finding: Finding } | null {
  const { authorPick } = finding;
  if (!authorPick) return null;
  const { alt, pinUrl, pinDescription, pinId, nopin } = finding;
  const own = { ...findingOf([authorPick]), alt, pinUrl, pinDescription, pinId, nopin, weight: 10 };
  return { url: authorPick.url, finding: own };
}

function* inOrder(pictures: readonly Picture[]): Generator<void, Picture[]> {
  const scored = [];
  for (const picture of pictures) {
    const { findings, best } = picture;
    scored.push({ picture, score: scoreOf(findings, best), area: areaOf(findings, best) });
    if (scored.length % pauseEvery === 0) yield;
  }
  return scored
    .toSorted((one, other) => other.score - one.score || other.area - one.area)
    .map(({ picture }) => picture);
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

function pictureOf(findings: Finding[]): Picture {
  const sources = findings.flatMap((finding) => finding.sources);
  return { findings, best: sources.reduce((one, other) => (isBetter(other, one) ? other : one)) };
}

function isOffered({ findings, best }: Picture): boolean {
  if (best.rank === rank.placeholder || isWithheld(findings)) return false;
  if (isSmall(best.width) || isSmall(best.height)) return false;
  if (best.rank > rank.shown || findings.some(({ weight }) => weight >= 15)) return true;
  // The size on the page counts where the file's is not known, and for drawings, which have any size.
  const isSizeKnown = best.width > 0 && best.type !== 'image/svg+xml';
  const layouts = findings.filter(({ layoutWidth, layoutHeight }) => layoutWidth || layoutHeight);
  if (isSizeKnown || layouts.length === 0) return true;
  return layouts.some((finding) => !isSmall(finding.layoutWidth) && !isSmall(finding.layoutHeight));
}

/**
 * Whether the author keeps a picture from Pinterest. A mark on an element counts for that element: what the page itself
 * offers for sharing is offered, also where it is shown with the mark (docs/decisions/0007-capture.md).
 */
function isWithheld(findings: readonly Finding[]): boolean {
  return findings.some(({ nopin }) => nopin) && !findings.some(({ weight }) => weight >= 15);
}

function isSmall(pixels: number): boolean {
  return pixels > 0 && pixels < minSide;
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
  return JSON.stringify([picture.best.url, shownOf(picture).shownUrl]).length;
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

/** The other addresses of a picture, the best first. Long ones are whole pictures in an address, and stay out. */
function versionsOf({ findings, best }: Picture): ImageVersion[] {
  const sources = findings
    .flatMap((finding) => finding.sources)
    .filter(({ url, rank: value }) => value > rank.placeholder && url.length <= maxUrl / 4)
    .toSorted((one, other) => (isBetter(one, other) ? -1 : 1));
  const byUrl = new Map(sources.toReversed().map((source) => [source.url, source]));
  byUrl.delete(best.url);
  return [...byUrl.values()]
    .toReversed()
    .slice(0, maxVersions)
    .map(({ url, from, width, height }) => ({ url, from, width, height }));
}

function toCandidate(picture: Picture): ImageCandidate {
  const { findings, best } = picture;
  const { shownUrl, shownWidth, shownHeight } = shownOf(picture);
  const told = (key: 'alt' | 'pinUrl' | 'pinDescription' | 'pinId') =>
    findings.find((finding) => finding[key])?.[key] ?? null;
  return {
    url: best.url,
    from: best.from,
    type: best.type,
    width: best.width,
    // A picture has one shape at all its sizes.
    height: best.height || Math.round((best.width * shownHeight) / shownWidth) || 0,
    shownUrl,
    shownWidth,
    shownHeight,
    frameId: 0,
    versions: versionsOf(picture),
    alt: told('alt') ?? '',
    pinUrl: told('pinUrl'),
    pinDescription: told('pinDescription'),
    pinId: told('pinId'),
    nopin: isWithheld(findings),
  };
}
