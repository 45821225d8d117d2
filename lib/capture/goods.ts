/** What a product costs, and what a recipe takes: facts that a pin's description may carry. */
import { queryAll } from './dom';
import { isItem, textOf, typesOf } from './items';
import type { Item } from './items';
import { subjectsOf } from './main-item';
import type { About } from './main-item';
import { metaText } from './metadata';
import type { Meta } from './metadata';
import { cleanText } from './text';
import type { ProductFacts, RecipeFacts } from './types';

/** What a page says of itself for programs. */
export interface Said {
  metas: readonly Meta[];
  items: readonly Item[];
  about: About;
}

/** What the page sells, by structured data, its `<meta>` or what it shows; null where it names no price. */
export function productOf(document: Document, { metas, items, about }: Said): ProductFacts | null {
  const subjects = subjectsOf(items, about).map(({ item }) => item);
  const own = items.some(isSold) ? subjects.filter(isSold) : items;
  const isShop = items.some(isSold) || /product/.test(metaText(metas, 'og:type'));
  return fromItems(own) ?? fromMetas(metas) ?? (isShop ? fromText(document) : null);
}

const isSold = (item: Item) =>
  typesOf(item).some((type) => /product|vehicle|car|book|course|event/i.test(type));

function fromItems(items: readonly Item[]): ProductFacts | null {
  for (const item of items) {
    const variants = [item['hasVariant']].flat().filter(isItem);
    const offers = [item, ...variants].map((each) => each['offers']);
    for (const offer of [...offers, item].flat().filter(isItem).slice(0, 50)) {
      const facts = offer !== item || isSold(item) || isOffer(item) ? factsOf(offer) : null;
      if (facts) return facts;
    }
  }
  return null;
}

/** Prices from before. */
const oldPlaces = 'del, s, [class*="old-" i], [class*="compare" i], [data-a-strike]';

/** A price that is only shown: whole in one element with its currency, for `$34<sup>99</sup>` is another number as a text. */
function fromText(document: Document): ProductFacts | null {
  const places = '[class*="price" i], [id*="price" i], .a-offscreen';
  for (const place of queryAll(document, places).slice(0, 60)) {
    const text = cleanText(place.textContent);
    const isPrice =
      /^\D{0,4}\d[\d.,'’ ]*\D{0,4}$/.test(text) && /\p{Sc}|[A-Z]{3}|kr|zł/u.test(text);
    if (place.childElementCount || !isPrice || Element.prototype.closest.call(place, oldPlaces))
      continue;
    const price = amount(text);
    if (price !== null) return { price, currency: currency(text), availability: null };
  }
  return null;
}

const isOffer = (item: Item) => typesOf(item).some((type) => type.endsWith('Offer'));

function factsOf(offer: Item): ProductFacts | null {
  const specifications = [offer['priceSpecification']].flat().filter(isItem);
  // What it cost once is told as well.
  const specification = specifications.find(
    (each) => !/List|Strike|SRP/.test(textOf(each['priceType'])),
  );
  const inner = [offer['offers']].flat().find(isItem);
  const sources = [offer, specification, inner].filter((each) => each !== undefined);
  const first = (...names: string[]) =>
    sources
      .flatMap((source) => names.map((name) => textOf(source[name])))
      .find((text) => text !== '') ?? '';
  const text = first('price', 'lowPrice', 'minPrice');
  const code = currency(first('priceCurrency')) || currency(text);
  const price = amount(text);
  if (price === null) return null;
  return {
    price,
    currency: code,
    availability: availability(first('availability')),
  };
}

function fromMetas(metas: readonly Meta[]): ProductFacts | null {
  const first = (name: string) => metaText(metas, `product:${name}`, `og:${name}`);
  // Its label may be any: for most pages it is the time that they take to read.
  const labelled = metaText(metas, 'twitter:data1');
  const price = amount(
    first('sale_price:amount') ||
      first('price:amount') ||
      metaText(metas, 'price') ||
      (/\p{Sc}|\b[A-Z]{3}\b/u.test(labelled) ? labelled : ''),
  );
  if (price === null) return null;
  return {
    price,
    currency: currency(first('price:currency') || metaText(metas, 'pricecurrency')),
    availability: availability(first('availability')),
  };
}

/** A number as people write it, with a dot: `1.299,00 €`, `$1,299`, `29,9`. Null where there is none, or two. */
export function amount(text: string): string | null {
  const match = /\d[\d.,\u00a0\u202f'’ ]*/.exec(text.slice(0, 60));
  if (!match || /[-–]\s*\S?\d/.test(text.slice(match.index + match[0].length))) return null;
  const digits = match[0].replace(/[\u00a0\u202f'’ ]/g, '').replace(/[.,]$/, '');
  // Three digits after the last mark are thousands, unless the number begins with a zero or is not in groups.
  const isThousands = /^(?!0)\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(digits);
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0 || isThousands) return digits.replace(/[.,]/g, '');
  return `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
}

/** The ISO code that a text is, in whatever case, or has; else ''. */
const currency = (text: string) =>
  (/^[a-z]{3}$/i.exec(text) ?? /\b[A-Z]{3}\b/.exec(text))?.[0].toUpperCase() ?? '';

function availability(text: string): ProductFacts['availability'] {
  const name = text.replace(/[\s_-]/g, '').toLowerCase();
  if (/outofstock|soldout|discontinued/.test(name)) return 'out';
  if (/preorder|backorder|presale/.test(name)) return 'later';
  return /instock|onlineonly|limited/.test(name) ? 'in' : null;
}

/** What a recipe yields and how long it takes; null where the page has none. */
export function recipeOf(items: readonly Item[]): RecipeFacts | null {
  const recipe = items.find((item) => typesOf(item).includes('Recipe'));
  if (!recipe) return null;
  return {
    yield: textOf(recipe['recipeYield'] ?? recipe['yield']).slice(0, 60),
    minutes: minutesOf(textOf(recipe['totalTime'])) ?? sumOf(recipe),
  };
}

function sumOf(recipe: Item): number | null {
  const parts = ['prepTime', 'cookTime'].map((name) => minutesOf(textOf(recipe[name])));
  const known = parts.filter((part) => part !== null);
  return known.length > 0 ? known.reduce((sum, part) => sum + part, 0) : null;
}

/** ISO 8601 durations as recipes have them, such as `PT1H20M` and `P0DT35M`. */
export function minutesOf(text: string): number | null {
  const match = /^P(?:0+[YMW])*(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/i.exec(text);
  if (!match) return null;
  const [, days, hours, minutes] = match.map((part) => Number(part ?? 0));
  const sum = (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
  return sum > 0 ? sum : null;
}
