/** Readers of what a page says about itself. */
import { attribute, baseOf, queryAll, urlOf, viewOf } from './dom';
import { cleanLink } from './link';
import type { CleanLink } from './link';
import { linkAddresses, metaText } from './metadata';
import type { Meta } from './metadata';
import { cleanText } from './text';
import type { PageDetails } from './types';

/**
 * Reads title, description, link, site name, selection and the author's wish not to be pinned.
 * The link's order of precedence is the official save button's: `pin:url`, canonical, `og:url`, address.
 */
export function readDetails(document: Document, metas: readonly Meta[]): PageDetails {
  const url = urlOf(document);
  const link = findLink(document, metas);
  return {
    url,
    link: link?.url ?? '',
    linkRemoved: link?.removed ?? [],
    title: metaText(metas, 'og:title') || titleOf(document) || metaText(metas, 'twitter:title'),
    description: metaText(metas, 'og:description', 'description', 'twitter:description'),
    siteName: metaText(metas, 'og:site_name', 'application-name') || hostOf(url),
    selection: cleanText(viewOf(document)?.getSelection()?.toString()),
    nopin: findNopin(metas),
  };
}

function findLink(document: Document, metas: readonly Meta[]): CleanLink | null {
  const contents = (key: string) =>
    metas.filter((meta) => meta.key === key).map(({ content }) => content);
  const addresses = [
    ...contents('pin:url'),
    ...linkAddresses(document, 'canonical'),
    ...contents('og:url'),
    urlOf(document),
  ];
  for (const address of addresses) {
    const link = cleanLink(address, baseOf(document));
    if (link) return link;
  }
  return null;
}

/** The first `<title>` that is not part of a drawing: `document.title` may be an image of that name. */
function titleOf(document: Document): string {
  const title = queryAll(document, 'title').find((element) => element instanceof HTMLTitleElement);
  return cleanText(title?.textContent);
}

function findNopin(metas: readonly Meta[]): PageDetails['nopin'] {
  const meta = metas.find(
    ({ key, content }) => key === 'pinterest' && /\bnopin\b/i.test(content.slice(0, 100)),
  );
  return meta ? { reason: cleanText(attribute(meta.element, 'description')) } : null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
