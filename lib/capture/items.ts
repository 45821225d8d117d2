/** What a page says of its things in JSON-LD and microdata, in one form. */
import { attribute, hasAttribute, queryAll } from './dom';
import { maxItems, maxJsonLd, maxJsonLdScripts } from './limits';
import { cleanText } from './text';

/** A thing with its properties, as schema.org describes it; a value is a text, another thing, or a list of both. */
export interface Item {
  readonly '@type'?: unknown;
  readonly [property: string]: unknown;
}

/** How far one thing in another is followed: real data is four or five deep. */
const maxDepth = 12;

/** All things of a page, those in JSON-LD first, each once, in document order. Never throws. */
export function readItems(document: Document): Item[] {
  return [...readJsonLd(document), ...readMicrodata(document)];
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
function plainText(text: string): string {
  if (!/[<&]/.test(text)) return cleanText(text);
  const { textContent } = new DOMParser().parseFromString(text.slice(0, 20_000), 'text/html').body;
  return cleanText(textContent);
}

function readJsonLd(document: Document): Item[] {
  const items: Item[] = [];
  const scripts = queryAll(document, 'script[type^="application/ld+json" i]');
  for (const script of scripts.slice(0, maxJsonLdScripts)) {
    const value = parseLenient((script.textContent ?? '').slice(0, maxJsonLd));
    collect(value, items, 0);
  }
  return linked(items);
}

/** As people write it: with comments around, raw line breaks in texts, and commas too many. */
function parseLenient(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*(?:;\s*)?$/, '')
    .trim();
  // oxlint-disable-next-line no-control-regex -- JSON allows none of them inside of texts
  const tame = bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/;\s*$/, '');
  for (const candidate of [bare, tame, tame.replace(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // the next one mends more
    }
  }
  return null;
}

/** Every thing with a type, whole ones before their parts. */
function collect(value: unknown, items: Item[], depth: number): void {
  if (depth > maxDepth || items.length >= maxItems) return;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, maxItems)) collect(each, items, depth + 1);
  } else if (isItem(value)) {
    if (value['@type'] !== undefined || value['@id'] !== undefined) items.push(value);
    for (const part of Object.values(value)) {
      if (typeof part === 'object') collect(part, items, depth + 1);
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

function readMicrodata(document: Document): Item[] {
  const scopes = queryAll(document, '[itemscope][itemtype]').slice(0, maxItems);
  const items = new Map<Element, Record<string, unknown>>(
    scopes.map((scope) => [scope, { __proto__: null, '@type': attribute(scope, 'itemtype') }]),
  );
  for (const element of queryAll(document, '[itemprop]:not(form)').slice(0, maxItems * 10)) {
    const scope =
      element.parentElement && Element.prototype.closest.call(element.parentElement, '[itemscope]');
    const item = scope && items.get(scope);
    if (!item) continue;
    const value = items.get(element) ?? valueOf(element);
    for (const name of attribute(element, 'itemprop').split(/\s+/)) {
      const known = item[name];
      item[name] = known === undefined ? value : [known, value].flat();
    }
  }
  return [...items.values()];
}

/** The value of a property by its element, as HTML's microdata has it. */
function valueOf(element: Element): string {
  if (hasAttribute(element, 'content')) return attribute(element, 'content');
  const byName: Readonly<Record<string, string>> = {
    a: 'href',
    area: 'href',
    link: 'href',
    img: 'src',
    source: 'src',
    video: 'poster',
    object: 'data',
    data: 'value',
    time: 'datetime',
  };
  const name = byName[element.localName];
  if (element.localName === 'img')
    return attribute(element, 'data-src') || attribute(element, 'src');
  if (name && hasAttribute(element, name)) return attribute(element, name);
  return cleanText(element.textContent);
}
