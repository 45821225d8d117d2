import { textLimits } from '../capture/suggest';
import { nameOf, pairsIn, setPairs } from './query';
import { siteAmong } from './site';
import { fillTemplate, linkVariables, problemsOf, type Problem, type Values } from './template';

/** A link with parameters of the person's own. */
export interface AddedParameters {
  url: string;
  /** Names of the parameters that were added, once each. */
  added: string[];
}

/** The board is chosen last: until the pin is sent its name stands in the link as it stands in the template. */
const BOARD = '{board}';

/** Longest slug: a campaign's name is read by people. */
const MAX_SLUG = 60;

/**
 * Adds the person's parameters to a link, such as `utm_source=pinterest&utm_campaign={board}`. Those of the same name give
 * way; one whose value is empty is left out. A link that would become longer than Pinterest takes stays as it is.
 */
export function addParameters(link: string, template: string, values: Values): AddedParameters {
  const url = URL.parse(link);
  const pairs = url ? pairsOf(template).map((pair) => filled(pair, values)) : [];
  const given = pairs.filter(({ name, value }) => name !== '' && value !== '');
  if (!url || given.length === 0) return { url: link, added: [] };
  const added = [...new Set(given.map(({ name }) => name))];
  const kept = pairsIn(url).filter((pair) => !added.includes(nameOf(pair)));
  setPairs(url, [...kept, ...given.map(({ name, value }) => `${name}=${value}`)]);
  return url.href.length > textLimits.link ? { url: link, added: [] } : { url: url.href, added };
}

/**
 * Writes the board's name into the parameters that wait for it. Without one, and where the link would become too long, they
 * are left out. Only parameters that Tack added are looked at: `{board}` may stand in a page's own address.
 */
export function fillBoard(
  link: string,
  added: readonly string[] | undefined,
  board: string,
): string {
  const url = URL.parse(link);
  if (!added?.length || !url?.search.includes(BOARD)) return link;
  const slug = encodeURIComponent(slugOf(board));
  const pairs = pairsIn(url).flatMap((pair) => {
    const isWaiting = added.includes(nameOf(pair)) && pair.includes(BOARD);
    if (!isWaiting) return [pair];
    return slug ? [pair.replaceAll(BOARD, slug)] : [];
  });
  setPairs(url, pairs);
  return slug && url.href.length > textLimits.link ? fillBoard(link, added, '') : url.href;
}

/** Says what is wrong with the template of a link's parameters. */
export function problemsOfParameters(template: string): Problem[] {
  const bad = pairsOf(template).find(({ name }) => name === '');
  const pair: Problem[] = bad ? [{ kind: 'pair', text: bad.text }] : [];
  return [...pair, ...problemsOf(template, linkVariables)];
}

/**
 * Gives the template that is for a link's site or null. `sites` has host names; an empty template stands for the common
 * one. A site counts for its subdomains as well, the longest name first.
 */
export function parametersOf(
  link: string,
  { parameters, sites }: { parameters: string; sites: Readonly<Record<string, string>> },
): string | null {
  const host = URL.parse(link)?.hostname ?? '';
  const site = siteAmong(host, Object.keys(sites));
  return site === undefined ? null : sites[site] || parameters;
}

/** Writes a text as a word in an address: small letters and digits of any script, joined by hyphens. */
export function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const slug = plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-/, '');
  const near = slug.slice(0, MAX_SLUG + 1);
  const end = near.length > MAX_SLUG ? near.lastIndexOf('-') : near.length;
  const cut = near.slice(0, end > 0 ? end : MAX_SLUG).toWellFormed();
  return cut.replace(/[-\ufffd]+$/u, '');
}

interface Pair {
  text: string;
  /** '' where it is no pair of a name and a value. */
  name: string;
  value: string;
}

function pairsOf(template: string): Pair[] {
  const texts = template.trim().replace(/^\?/, '').split('&');
  return texts
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => {
      const [, name = '', value = ''] = /^([\w.~-]+)=(.+)$/su.exec(text) ?? [];
      return { text, name, value };
    });
}

function filled(pair: Pair, values: Values): Pair {
  const slugs = { title: slugOf(values.title ?? ''), board: BOARD };
  const text = fillTemplate(
    pair.value,
    { ...values, ...slugs },
    textLimits.link,
    linkVariables,
  ).toWellFormed();
  return { ...pair, value: encodeURIComponent(text).replaceAll(encodeURIComponent(BOARD), BOARD) };
}
