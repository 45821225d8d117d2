/** Readers of what a page says about itself. */
import { attribute, baseOf, queryAll, urlOf, viewOf } from './dom';
import { productOf, recipeOf } from './goods';
import type { Said } from './goods';
import { textOf } from './items';
import type { Item } from './items';
import { webLink } from './link';
import { subjectsOf } from './main-item';
import { metaContents, metaText } from './metadata';
import type { Meta } from './metadata';
import { cleanText, saidText } from './text';
import type { PageDetails } from './types';

/**
 * Reads title, description, link, site name, selection and the author's wish not to be pinned.
 * The link's order of precedence is the official save button's: `pin:url`, canonical, `og:url`, address.
 */
export function readDetails(
  document: Document,
  metas: readonly Meta[],
  items: readonly Item[],
): PageDetails {
  const url = urlOf(document);
  const about = { url, title: titleOf(document) };
  return {
    url,
    link: findLink(document, metas),
    ...wordsOf(document, { metas, items, about }),
    siteName: metaText(metas, 'og:site_name', 'application-name') || hostOf(url),
    selection: cleanText(viewOf(document)?.getSelection()?.toString()),
    product: productOf(document, { metas, items, about }),
    recipe: recipeOf(items),
    nopin: findNopin(metas),
  };
}

/**
 * Title and description. What is told of the thing itself, a recipe or a product, is written for people who look for it;
 * what is told of the page is often written for a search engine.
 */
function wordsOf(
  document: Document,
  { metas, items, about }: Said,
): Pick<PageDetails, 'title' | 'description'> {
  const [subject] = subjectsOf(items, about);
  const item = subject?.item ?? null;
  const thing = subject && subject.weight >= 70 ? item : null;
  const site = metaText(metas, 'og:site_name');
  const titles = [
    textOf(thing?.['name']),
    metaText(metas, 'og:title'),
    about.title,
    metaText(metas, 'twitter:title'),
    textOf(item?.['headline'] ?? item?.['name']),
    firstText(document, 'h1', 3),
  ].filter(Boolean);
  return {
    // Some templates call every page by the name of the site in one place, and by its own in another.
    title: titles.find((title) => title !== site) ?? titles[0] ?? '',
    description:
      textOf(thing?.['description']) ||
      metaText(metas, 'og:description', 'description', 'twitter:description') ||
      textOf(item?.['description']) ||
      firstText(document, 'p', 80),
  };
}

/** The text of the first element that is long enough to say something, for pages that describe themselves nowhere. */
function firstText(document: Document, selector: string, length: number): string {
  for (const { innerText } of queryAll(document, selector).slice(0, 200) as HTMLElement[]) {
    const text = cleanText(innerText); // without the styles and scripts that some have inside
    if (text.length >= length) return text;
  }
  return '';
}

function findLink(document: Document, metas: readonly Meta[]): string {
  const url = urlOf(document);
  const addresses = ['canonical', 'og:url'].flatMap((key) => metaContents(metas, key));
  for (const address of [...metaContents(metas, 'pin:url'), ...addresses, url]) {
    const link = webLink(address, baseOf(document));
    if (link && (!addresses.includes(address) || isOfPage(link, url))) return link;
  }
  return '';
}

/**
 * Whether an address that a page gives itself can be the page's: of the same site, and not its home page. Syndicated
 * pages name where they came from, and some templates name the home page on every page.
 */
function isOfPage(link: string, url: string): boolean {
  if (!/^https?:/.test(url)) return true; // a saved page: what it says of itself is all there is
  const [named, page] = [new URL(link), new URL(url)];
  const isHome = named.pathname === '/' && named.search === '' && page.pathname.length > 1;
  const isMoved = named.pathname === page.pathname && page.pathname.length > 1; // a site with a new name
  return !isHome && (isMoved || siteOf(named.hostname) === siteOf(page.hostname));
}

/** The name that a site's hosts share, as far as the name itself tells: `m.example.co.uk` gives `example`. */
function siteOf(hostname: string): string {
  const labels = hostname.split('.').filter((label) => label !== 'www');
  return (
    labels.findLast((label, index) => label.length > 3 && index < labels.length - 1) ??
    labels[0] ??
    ''
  );
}

/** The first `<title>` that is not part of a drawing: `document.title` may be an image of that name. */
export function titleOf(document: Document): string {
  const title = queryAll(document, 'title').find((element) => element instanceof HTMLTitleElement);
  return saidText(title?.textContent);
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
