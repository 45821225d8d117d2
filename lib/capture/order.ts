/** Which picture of a page is meant: by what the page says of it, and by how it shows it. */
import { rank } from './finding';
import type { Finding, Source } from './finding';

/** Size to assume, for the order only, of a picture made for sharing: the usual size of such. */
const shareArea = 1200 * 630;

/** Names of what stands for a site and not for a page. */
const generic =
  /(?:^|[/_.-])(?:logos?|favicon|apple-touch|icons?|avatar|profile|share|sharing|social|opengraph|banner|brand|header|site)(?=[/_.\d-]|$)/i;

/** Names of what stands where there is no picture. */
const empty =
  /(?:^|[/_.-])(?:default|placeholder|fallback|no-?image|missing|blank|og[/_-]image)(?=[/_.\d-]|$)/i;

/** How much a picture counts. Higher comes first; within the same score, the larger one. */
export function scoreOf(findings: readonly Finding[], best: Source): number {
  const said = strongest(voicesOf(findings));
  const urls = new Set(findings.flatMap(({ sources }) => sources[0]?.url ?? []).concat(best.url));
  const names = [...urls].map(nameOf);
  const isEmpty = names.some((name) => empty.test(name));
  const trust = isEmpty ? 0.05 : names.some((name) => generic.test(name)) ? 0.2 : 1;
  return said * trust + presence(findings, best);
}

/** The structured data of a page is one voice, however many things in it have the picture. */
function voicesOf(findings: readonly Finding[]): number[] {
  const isData = ({ sources }: Finding) => sources[0]?.from === 'page data';
  const data = findings.filter(isData).map(({ weight }) => weight);
  const others = findings.filter((finding) => !isData(finding)).map(({ weight }) => weight);
  return [...others, largest(data)];
}

/** Each further voice counts, but less than the one before: a page often says one thing in five ways. */
function strongest(weights: readonly number[]): number {
  const sorted = weights.filter(Boolean).toSorted((one, other) => other - one);
  return sorted.reduce((sum, weight, index) => sum + weight / (1 + index * 0.75), 0);
}

/** How much of the page it takes: 0 to 30. */
function presence(findings: readonly Finding[], best: Source): number {
  const shown = findings.filter(({ layoutWidth }) => layoutWidth > 0);
  if (shown.length === 0) return best.rank === rank.full ? 5 : 0;
  const width = largest(shown.map(({ layoutWidth }) => layoutWidth));
  const height = largest(shown.map(({ layoutHeight }) => layoutHeight));
  return Math.min(30, Math.sqrt(width * (height || width * 0.6)) / 25);
}

/** Pixels of a picture as far as can be told, for the order among equals. */
export function areaOf(findings: readonly Finding[], best: Source): number {
  const areas = findings.map(({ layoutWidth, layoutHeight }) => layoutWidth * layoutHeight);
  const known = best.width * (best.height || best.width * 0.75);
  const isSaid = findings.some(({ weight }) => weight > 0);
  return known || largest([isSaid ? shareArea : 0, ...areas]);
}

/** The largest of numbers above 0. There may be more of one picture than a function takes as arguments. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), 0);
}

function nameOf(url: string): string {
  return /^https?:\/\/[^?#]*?((?:\/[^/?#]*)?\/[^/?#]*)(?:[?#]|$)/.exec(url)?.[1] ?? '';
}
