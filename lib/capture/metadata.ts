/** What a page says of itself in `<meta>` and `<link>`. */
import { firstAttribute, queryAll, urlOf } from './dom';
import { findingOf, rank, sourceOf } from './finding';
import type { Finding } from './finding';
import { saidText } from './text';

/** One `<meta>`, or a `<link>` that says something of the page: its key in lower case and its raw content. */
export interface Meta {
  key: string;
  content: string;
  element: Element;
}

/** Width to assume for a share picture of unknown size: the services that show it ask for 1200 px. */
const shareWidth = 1200;

/**
 * All `<meta>` with a key (`property`, `name` or `itemprop`, as people mix them up) and content, in document order, then
 * the links `canonical` and `image_src` with their addresses.
 */
export function readMetas(document: Document): Meta[] {
  const links = ['canonical', 'image_src'].map((rel) => `link[rel="${rel}" i][href]`).join();
  return [...queryAll(document, 'meta[content]'), ...queryAll(document, links)].flatMap(
    (element) => {
      const key = firstAttribute(element, 'rel', 'property', 'name', 'itemprop');
      const content = firstAttribute(element, 'content', 'href');
      return key && content ? [{ key: key.toLowerCase(), content, element }] : [];
    },
  );
}

/** The text of the first `<meta>` with one of the keys, tried in their order, or ''. */
export function metaText(metas: readonly Meta[], ...keys: string[]): string {
  for (const key of keys) {
    for (const meta of metas) {
      const text = meta.key === key ? saidText(meta.content) : '';
      if (text !== '') return text;
    }
  }
  return '';
}

/** The contents of all `<meta>` with a key, in document order. */
export const metaContents = (metas: readonly Meta[], key: string): string[] =>
  metas.filter((meta) => meta.key === key).map(({ content }) => content);

/** What a head says of the whole site, or asks of whoever reads it: that holds for every page of an app. */
const ofSite = /^(?:pinterest|og:site_name|application-name)$/;

/**
 * What a head says of the page that is shown. An app of one page changes its address and what it shows, and often leaves
 * its head as it was loaded: where the path is another than then, and the head names no address with it, what it says is
 * of the page before, and only what it says of the site is left.
 */
export function freshMetas(document: Document, metas: readonly Meta[]): readonly Meta[] {
  const pathOf = (address: string) =>
    URL.parse(address, urlOf(document))?.pathname.replace(/\/$/, '');
  const [loaded] = performance.getEntriesByType('navigation');
  const path = pathOf(urlOf(document));
  const named = [...metaContents(metas, 'canonical'), ...metaContents(metas, 'og:url')];
  const isFresh = !loaded || [loaded.name, ...named].some((address) => pathOf(address) === path);
  return isFresh ? metas : metas.filter(({ key }) => ofSite.test(key));
}

const OPEN_GRAPH = 125;

/**
 * How far each way of naming a share picture is to be trusted; measured on 600 pages (research/capture-corpus.md §4), and
 * set in the middle of where nothing changes, not at its edge. Each weight stands for one way.
 */
const shareWeights: readonly (readonly [key: RegExp, weight: number])[] = [
  [/^og:image(?::url)?$/, OPEN_GRAPH],
  [/^pin:media$/, 60],
  [/^twitter:image(?::src|0)?$/, 40],
  [/^image_src$/, 30],
  [/^image$/, 25],
  [/^(?:thumbnail(?:url)?|sailthru\.image\.full)$/, 20],
];

/**
 * The pictures that a page offers for sharing: Open Graph, Twitter card, `image_src`.
 * An `og:image` owns the `og:image:…` that follow it (ogp.me, "Structured properties").
 */
export function shareFindings(base: string, metas: readonly Meta[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  for (const { key, content } of metas) {
    const last = findings.at(-1);
    const isLoneSecure = key === 'og:image:secure_url' && !last;
    const full = isLoneSecure ? OPEN_GRAPH : shareWeights.find(([name]) => name.test(key))?.[1];
    if (full) {
      const source = sourceOf(content, 'meta', { base, guess: shareWidth });
      // The first one is the page's picture; more of them are for the visitor to choose from.
      const weight = full * (seen.has(full) ? 0.3 : 1);
      // What the page chose to be known by stays it until a larger file was measured.
      const lowest = weight === OPEN_GRAPH ? rank.author : rank.shown;
      if (source) findings.push({ ...findingOf([{ ...source, rank: lowest }]), weight });
      seen.add(full);
    } else if (last && key.startsWith('og:image:')) {
      addProperty(last, key.slice('og:image:'.length), content);
    } else if (last && key === 'twitter:image:alt' && !last.alt) {
      last.alt = saidText(content);
    }
  }
  return findings;
}

function addProperty(finding: Finding, name: string, content: string): void {
  const [source] = finding.sources;
  if (!source) return;
  const pixels = /^\d{1,5}$/.test(content) ? Number(content) : 0;
  if (name === 'width') source.width = pixels;
  if (name === 'height') source.height = pixels;
  if (name === 'alt') finding.alt = saidText(content);
  if (name === 'secure_url') {
    const secure = sourceOf(content, 'meta', { base: source.url, guess: shareWidth });
    if (secure) finding.sources = [{ ...source, url: secure.url }, source];
  }
}
