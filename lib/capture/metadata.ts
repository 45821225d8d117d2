/** What a page says of itself in `<meta>` and `<link>`. */
import { attribute, queryAll } from './dom';
import { findingOf, rank, sourceOf } from './finding';
import type { Finding, Page } from './finding';
import { cleanText } from './text';

/** One `<meta>`: its key in lower case and its raw content. */
export interface Meta {
  key: string;
  content: string;
  element: Element;
}

/** Width to assume for a share picture of unknown size: the services that show it ask for 1200 px. */
const shareWidth = 1200;

/** All `<meta>` with a key (`property`, `name` or `itemprop`, as people mix them up) and content, in document order. */
export function readMetas(document: Document): Meta[] {
  return queryAll(document, 'meta[content]').flatMap((element) => {
    const key = ['property', 'name', 'itemprop']
      .map((name) => attribute(element, name))
      .find(Boolean);
    const content = attribute(element, 'content');
    return key && content ? [{ key: key.toLowerCase(), content, element }] : [];
  });
}

/** The text of the first `<meta>` with one of the keys, tried in their order, or ''. */
export function metaText(metas: readonly Meta[], ...keys: string[]): string {
  for (const key of keys) {
    for (const meta of metas) {
      const text = meta.key === key ? cleanText(meta.content) : '';
      if (text !== '') return text;
    }
  }
  return '';
}

/** Addresses in `<link rel=…>` as written, in document order. */
export function linkAddresses(document: Document, rel: string): string[] {
  return queryAll(document, `link[rel~="${rel}" i][href]`).map((link) => attribute(link, 'href'));
}

/**
 * The pictures that a page offers for sharing: Open Graph, Twitter card, `image_src`.
 * An `og:image` owns the `og:image:…` that follow it (ogp.me, "Structured properties").
 */
export function shareFindings({ document, base }: Page, metas: readonly Meta[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { key, content } of metas) {
    const last = findings.at(-1);
    const isLoneSecure = key === 'og:image:secure_url' && !last;
    const kind = isLoneSecure ? 'og' : shareKind(key);
    if (kind) {
      const source = sourceOf(content, 'meta', { base, guess: shareWidth });
      // The first one is the page's picture; more of them are for the visitor to choose from.
      const weight = shareWeights[kind] * (seen.has(kind) ? 0.3 : 1);
      // What the page chose to be known by stays it until a larger file was measured.
      const lowest = kind === 'og' && !seen.has(kind) ? rank.author : rank.shown;
      if (source) findings.push({ ...findingOf([{ ...source, rank: lowest }]), weight });
      seen.add(kind);
    } else if (last && key.startsWith('og:image:')) {
      addProperty(last, key.slice('og:image:'.length), content);
    } else if (last && key === 'twitter:image:alt' && !last.alt) {
      last.alt = cleanText(content);
    }
  }
  const links = linkAddresses(document, 'image_src').map((address) =>
    sourceOf(address, 'meta', { base, guess: shareWidth }),
  );
  const weight = shareWeights.link;
  return [
    ...findings,
    ...links.flatMap((source) => (source ? [{ ...findingOf([source]), weight }] : [])),
  ];
}

/** How far each way of naming a share picture is to be trusted; measured on 600 pages (research/capture-corpus.md §4). */
const shareWeights = { og: 100, pin: 60, twitter: 40, item: 25, link: 30, thumbnail: 20 } as const;

function shareKind(key: string): keyof typeof shareWeights | null {
  if (/^og:image(?::url)?$/.test(key)) return 'og';
  if (/^twitter:image(?::src|0)?$/.test(key)) return 'twitter';
  if (key === 'pin:media') return 'pin';
  if (key === 'image') return 'item';
  return key === 'thumbnail' || key === 'thumbnailurl' || key === 'sailthru.image.full'
    ? 'thumbnail'
    : null;
}

function addProperty(finding: Finding, name: string, content: string): void {
  const [source] = finding.sources;
  if (!source) return;
  const pixels = /^\d{1,5}$/.test(content) ? Number(content) : 0;
  if (name === 'width') source.width = pixels;
  if (name === 'height') source.height = pixels;
  if (name === 'alt') finding.alt = cleanText(content);
  if (name === 'secure_url') {
    const secure = sourceOf(content, 'meta', { base: source.url, guess: shareWidth });
    if (secure) finding.sources = [{ ...source, url: secure.url }, source];
  }
}
