/** What a product costs, and what a recipe takes: facts that a pin's description may carry. */
import { isItem, textOf, typesOf } from './items';
import type { Item } from './items';
import { metaText } from './metadata';
import type { Meta } from './metadata';
import type { ProductFacts, RecipeFacts } from './types';

/** What the page sells, by structured data or else by its `<meta>`; null where it names no price. */
export function productOf(items: readonly Item[], metas: readonly Meta[]): ProductFacts | null {
  return fromItems(items) ?? fromMetas(metas);
}

function fromItems(items: readonly Item[]): ProductFacts | null {
  const sold = items.filter((item) =>
    typesOf(item).some((type) => /product|vehicle|car|book|course|event/i.test(type)),
  );
  for (const item of [...sold, ...items]) {
    const offers = [item['offers'], ...(isOffer(item) ? [item] : [])].flat().filter(isItem);
    for (const offer of offers.slice(0, 50)) {
      const facts = factsOf(offer);
      if (facts) return facts;
    }
    if (sold.includes(item)) {
      const facts = factsOf(item);
      if (facts) return facts;
    }
  }
  return null;
}

const isOffer = (item: Item) => typesOf(item).some((type) => /^(?:Aggregate)?Offer$/.test(type));

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
  const price = amount(first('price', 'lowPrice', 'minPrice'));
  if (price === null) return null;
  return {
    price,
    currency: currency(first('priceCurrency')),
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
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const decimals = last < 0 ? 0 : digits.length - last - 1;
  // Three digits after the only mark are thousands, unless a zero is before it.
  const isThousands = decimals === 3 && !/^0[.,]/.test(digits);
  if (last < 0 || isThousands) return digits.replace(/[.,]/g, '');
  return `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
}

const currency = (text: string) => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : '');

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
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/i.exec(text);
  if (!match) return null;
  const [, days, hours, minutes] = match.map((part) => Number(part ?? 0));
  const sum = (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
  return sum > 0 ? sum : null;
}
