/** The thing that a page is about, by its structured data: what is sold, cooked or told there. */
import { imageUrl } from './image-url';
import { isItem, textOf, typesOf } from './items';
import type { Item } from './items';

/** What a page may be about, the most telling first. */
const kinds: readonly { pattern: RegExp; weight: number }[] = [
  { pattern: /^(?:(?:Individual)?Product(?:Group|Model)?|Recipe|HowTo)$/, weight: 70 },
  { pattern: /^(?:\w*Article|BlogPosting|Report|SocialMediaPosting)$/, weight: 45 },
  {
    pattern:
      /(?:Book|Movie|Event|Course|Game|Series|Album|[Ww]ork|Photograph|Place|Business|Hotel|Restaurant|House|Apartment|Listing|Vehicle|Car)$/,
    weight: 40,
  },
  { pattern: /^(?:VideoObject|ImageObject)$/, weight: 20 },
  { pattern: /^(?:\w*Page)$/, weight: 30 },
];

/** Things that are on a page without being what it is about. */
const aside =
  /^(?:Organization|Person|Brand|WebSite|BreadcrumbList|Review|Rating|Offer|Comment|ListItem)$/;

/** A thing of the page with how telling it is. */
export interface Subject {
  item: Item;
  /** How much its picture counts as the page's own; 0 to 120. */
  weight: number;
}

/** What a page is called, to tell the thing that it is about from others. */
export interface About {
  url: string;
  title: string;
}

/** The things that a page may be about, the most telling first; those that only stand in a list are left out. */
export function subjectsOf(items: readonly Item[], about: About): Subject[] {
  const found = items.flatMap((item): Subject[] => {
    const types = typesOf(item);
    if (types.length === 0 || types.some((type) => aside.test(type))) return [];
    const kind = kinds.find(({ pattern }) => types.some((type) => pattern.test(type)));
    return kind ? [{ item, weight: kind.weight }] : [];
  });
  return withoutLists(found, about).toSorted((one, other) => other.weight - one.weight);
}

/** Several of one kind are a list of what is on other pages, unless one says that it is on this one, or the page has its name. */
function withoutLists(subjects: readonly Subject[], { url, title }: About): Subject[] {
  const names = new Map<number, Set<string>>();
  for (const { weight, item } of subjects) {
    const known = names.get(weight) ?? new Set();
    names.set(weight, known.add(nameOf(item)));
  }
  return subjects.filter(
    ({ weight, item }) =>
      (names.get(weight)?.size ?? 0) <= 2 ||
      isOf(item, url) ||
      (nameOf(item).length > 2 && title.includes(nameOf(item))),
  );
}

const nameOf = (item: Item) => textOf(item['name'] ?? item['headline']);

/** Whether a thing says of itself that it is of the page at an address. */
export function isOf(item: Item, pageUrl: string): boolean {
  const page = addressOf(pageUrl);
  const names = [item['url'], item['@id'], item['mainEntityOfPage']].flatMap((value) =>
    isItem(value) ? [value['@id'], value['url']] : [value],
  );
  return names.some((name) => typeof name === 'string' && addressOf(name) === page);
}

const addressOf = (url: string) =>
  url.replace(/[?#].*$/, '').replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/** The addresses of a thing's pictures as written, with sizes where they are told. */
export interface ItemImage {
  address: string;
  width: number;
  height: number;
  caption: string;
}

const imageProperties = ['image', 'primaryImageOfPage', 'photo', 'thumbnailUrl', 'thumbnail'];

/** The pictures of a thing, its own first, each address once. */
export function imagesOf(item: Item, base: string): ItemImage[] {
  const isPicture = typesOf(item).includes('ImageObject');
  const values = [
    ...(isPicture ? [item] : []),
    ...imageProperties.flatMap((name) => [item[name]].flat().slice(0, 30)),
  ];
  const images = values.flatMap((value) => imageOf(value) ?? []);
  const seen = new Set<string>();
  return images.filter(({ address }) => {
    const url = imageUrl(address, base);
    if (url === null || seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}

function imageOf(value: unknown): ItemImage | null {
  const thing: Item = isItem(value) ? value : { url: value };
  const names = ['contentUrl', 'contentURL', 'url', '@id', 'image'];
  const address = names.map((name) => addressIn(thing[name])).find(Boolean);
  if (!address) return null;
  return {
    address,
    width: pixels(thing['width']),
    height: pixels(thing['height']),
    caption: textOf(thing['caption']),
  };
}

/** The first address that a property has, itself or as the name of a thing. */
function addressIn(value: unknown): string {
  for (const each of [value].flat()) {
    const address = isItem(each) ? each['@id'] : each;
    if (typeof address === 'string' && address) return address;
  }
  return '';
}

function pixels(value: unknown): number {
  const number = Number.parseInt(textOf(isItem(value) ? value['value'] : value), 10);
  return number > 0 && number < 100_000 ? number : 0;
}
