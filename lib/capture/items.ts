/** What a page says of its things in JSON-LD, microdata and RDFa, in one form. */
import { attribute, firstAttribute, queryAll } from './dom';
import { maxItems, maxJsonLd, maxJsonLdScripts } from './limits';
import { cleanText, textOfHtml } from './text';

/** A thing with its properties, as schema.org describes it; a value is a text, another thing, or a list of both. */
export interface Item {
  readonly '@type'?: unknown;
  readonly [property: string]: unknown;
}

/** How far one thing in another is followed: real data is four or five deep. */
const maxDepth = 12;

/** All things of a page, those in JSON-LD first, then those in microdata and RDFa, each once, in document order. Never throws. */
export function* readItems(document: Document): Generator<void, Item[]> {
  const items = readJsonLd(document);
  for (const markup of markups) {
    yield; // each goes through all of the page
    items.push(...readMarkup(document, markup));
  }
  return items;
}

/** The types of a thing without `https://schema.org/`. */
export function typesOf({ '@type': types }: Item): string[] {
  return [types].flat().flatMap((type) => {
    const name = typeof type === 'string' ? type.split(/[/#:]/).at(-1) : '';
    return name ? [name] : [];
  });
}

/** The first text among a property's values: plain, a number, or the `@value` or `name` of a thing. */
export function textOf(value: unknown, depth = 0): string {
  for (const each of depth < maxDepth ? [value].flat().slice(0, 20) : []) {
    if (typeof each === 'string' || typeof each === 'number') {
      const text = plainText(String(each));
      if (text !== '') return text;
    } else if (isItem(each)) {
      const text = textOf(each['@value'] ?? each['name'], depth + 1);
      if (text !== '') return text;
    }
  }
  return '';
}

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some publish HTML and its entities inside of JSON. */
const plainText = (text: string) => (/[<&]/.test(text) ? textOfHtml(text) : cleanText(text));

function readJsonLd(document: Document): Item[] {
  const items: Item[] = [];
  const scripts = queryAll(document, 'script[type^="application/ld+json" i]');
  for (const script of scripts.slice(0, maxJsonLdScripts)) {
    const value = parseLenient((script.textContent ?? '').slice(0, maxJsonLd));
    collect(value, items, 0);
  }
  return linked(items);
}

/** What people write around and into JSON that does not belong there, and what is meant; each is tried on top of the others. */
const mendings: readonly (readonly [RegExp, string])[] = [
  // Hidden from browsers of old, or with the end of a statement
  [
    /^\s*(?:<!--|(?:\/[*/]\s*)?<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/[*/]\s*)?\]\]>(?:\s*\*\/)?)\s*(?:;\s*)?$|;\s*$/g,
    '',
  ],
  // Comments on lines of their own
  [/^[ \t]*(?:\/\/.*$|\/\*[^*]*\*\/)/gm, ''],
  // Line breaks in texts
  // oxlint-disable-next-line no-control-regex -- JSON allows none of them inside of texts
  [/[\u0000-\u001f]+/g, ' '],
  // `It\'s`, and commas too many
  [/\\(?!["\\/bfnrtu])|,(?=\s*[}\]])/g, ''],
  // Written for an attribute
  [/&quot;/g, '"'],
];

function parseLenient(text: string): unknown {
  let json = text;
  for (const [what, meant] of [...mendings, [/^$/, ''] as const]) {
    try {
      return JSON.parse(json);
    } catch {
      json = json.replace(what, meant);
    }
  }
  return null;
}

/** What a thing belongs to or is like is not on the page: a newspaper that is sold, other goods of a shop; nor is what is listed. */
const elsewhere = /^is(?:PartOf|RelatedTo|SimilarTo)$/;

/** Every thing with a type, whole ones before their parts. */
function collect(value: unknown, items: Item[], depth: number): void {
  if (depth > maxDepth || items.length >= maxItems) return;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, maxItems)) collect(each, items, depth + 1);
  } else if (isItem(value)) {
    if (value['@type'] !== undefined || value['@id'] !== undefined) items.push(value);
    for (const [name, part] of Object.entries(value)) {
      const isList = name === 'itemListElement' && Array.isArray(part) && part.length > 2;
      if (typeof part === 'object' && !isList && !elsewhere.test(name))
        collect(part, items, depth + 1);
    }
  }
}

/** Puts in what is only named by its `@id`: one level is what pictures and offers need. */
function linked(items: readonly Item[]): Item[] {
  const byId = new Map<unknown, Item>();
  for (const item of items) {
    if (item['@id'] !== undefined && item['@type'] !== undefined) byId.set(item['@id'], item);
  }
  const put = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value))
      return depth > maxDepth ? [] : value.map((each) => put(each, depth + 1));
    if (!isItem(value) || value['@type'] !== undefined) return value;
    return byId.get(value['@id']) ?? value;
  };
  const isThing = (item: Item) => item['@type'] !== undefined;
  return items.filter(isThing).map((item) => {
    const entries = Object.entries(item).map(([name, value]) => [name, put(value, 0)]);
    return Object.fromEntries(entries) as Item;
  });
}

/** The attributes that mark a thing, its type and its properties, in microdata and in RDFa. */
const markups = [
  ['itemscope', 'itemtype', 'itemprop'],
  ['typeof', 'typeof', 'property'],
] as const;

function readMarkup(document: Document, [thing, type, property]: (typeof markups)[number]): Item[] {
  const scopes = queryAll(document, `[${thing}]`).slice(0, maxItems);
  const items = new Map<Element, Record<string, unknown>>(
    scopes.map((scope) => [
      scope,
      { __proto__: null, '@type': attribute(scope, type).split(/\s+/) },
    ]),
  );
  const parts = scopes.length > 0 ? queryAll(document, `[${property}]:not(form)`) : [];
  for (const element of parts.slice(0, maxItems * 10)) {
    const parent = element.parentElement;
    const scope = parent && Element.prototype.closest.call(parent, `[${thing}]`);
    const item = scope && items.get(scope);
    if (!item) continue;
    const value = items.get(element) ?? valueOf(element);
    for (const full of attribute(element, property).split(/\s+/)) {
      const name = full.replace(/^.*[:/#]/, '');
      const known = item[name];
      item[name] = known === undefined ? value : [known, value].flat();
    }
  }
  return [...items.values()];
}

/** Where elements have the value of a property, as HTML's microdata has it; a lazy image, as loaders have it. */
const valueAttributes = [
  'content',
  'data-src',
  'data-lazy-src',
  'data-original',
  'poster',
  'src',
  'href',
  'data',
  'value',
  'datetime',
];

const valueOf = (element: Element): string =>
  firstAttribute(element, ...valueAttributes) || cleanText(element.textContent);
