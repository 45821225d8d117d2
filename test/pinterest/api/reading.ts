import { errors } from './errors.ts';
import type { Call } from './pipeline.ts';

const defaultPageSize = 25;
const maxPageSize = 250;

/** Reads a query parameter that must be one of the values of an enumeration. */
export function oneOf<Value extends string>(
  call: Call,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value;
export function oneOf<Value extends string>(
  call: Call,
  name: string,
  values: readonly Value[],
): Value | undefined;
export function oneOf<Value extends string>(
  call: Call,
  name: string,
  values: readonly Value[],
  fallback?: Value,
): Value | undefined {
  const text = call.query.get(name);
  if (text === null) return fallback;
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw errors.invalid(`Invalid request: '${text}' is not one of [${values.join(', ')}]`);
  return value;
}

/** Reads a boolean query parameter; false where it is absent. */
export function flag(call: Call, name: string): boolean {
  return oneOf(call, name, ['true', 'false'], 'false') === 'true';
}

/** Reads a whole-number query parameter within its limits. */
export function wholeNumber(
  call: Call,
  name: string,
  { from = 1, to = 250, fallback = 25 } = {},
): number {
  const text = call.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to) {
    throw errors.invalid(`Invalid request: ${name} must be a whole number from ${from} to ${to}`);
  }
  return value;
}

/** Reads a list parameter, comma-joined or repeated; every value must be known. */
export function listOf<Value extends string>(
  call: Call,
  name: string,
  values: readonly Value[],
): Value[] {
  const texts = call.query.getAll(name).flatMap((text) => text.split(','));
  return texts.map((text) => {
    const value = values.find((known) => known === text);
    if (value === undefined)
      throw errors.invalid(`Invalid request: '${text}' is not one of [${values.join(', ')}]`);
    return value;
  });
}

export interface PageOf<Item> {
  items: Item[];
  bookmark: string | null;
}

/**
 * Gives one page of a list and the bookmark of the next, or null.
 *
 * `place` gives an item's number in the list's order, which must rise or fall all along, so that a page goes on where
 * the last one ended even when items came or went in between. A bookmark of another list is refused.
 */
export function pageOf<Item>(
  call: Call,
  list: string,
  items: readonly Item[],
  place: (item: Item) => number,
): PageOf<Item> {
  const size = call.query.has('page_size')
    ? wholeNumber(call, 'page_size', { from: 1, to: maxPageSize, fallback: defaultPageSize })
    : defaultPageSize;
  const start = startOf(call, list, items, place);
  const page = items.slice(start, start + size);
  const last = page.at(-1);
  const more = last !== undefined && start + size < items.length;
  return { items: page, bookmark: more ? bookmarkOf(list, place(last)) : null };
}

function startOf<Item>(
  call: Call,
  list: string,
  items: readonly Item[],
  place: (item: Item) => number,
): number {
  const bookmark = call.query.get('bookmark');
  if (bookmark === null || bookmark === '') return 0;
  const [name, position] = Buffer.from(bookmark, 'base64url').toString().split('|');
  const after = Number(position);
  if (name !== list || position === undefined || Number.isNaN(after))
    throw errors.invalid('Invalid bookmark.');
  const [first, second] = items;
  const falls = first !== undefined && second !== undefined && place(first) > place(second);
  const index = items.findIndex((item) => (falls ? place(item) < after : place(item) > after));
  if (items.length === 1 && first !== undefined) return place(first) === after ? 1 : 0;
  return index < 0 ? items.length : index;
}

function bookmarkOf(list: string, position: number): string {
  return Buffer.from(`${list}|${position}`).toString('base64url');
}

interface TextRules {
  max?: number;
  pattern?: RegExp;
}

/** Reads a text of the body: undefined where it is absent, null where it is null. */
export function bodyText(
  call: Call,
  name: string,
  { max, pattern }: TextRules = {},
): string | null | undefined {
  const value = call.body[name];
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string') throw errors.invalid(`Invalid request: ${name} must be a string`);
  if (max !== undefined && value.length > max) {
    throw errors.invalid(`Invalid request: ${name} is too long (maximum ${max} characters)`);
  }
  if (pattern && !pattern.test(value))
    throw errors.invalid(`Invalid request: '${value}' does not match '${pattern.source}'`);
  return value;
}

/** Reads an id of the body; null and absent are the same. */
export function id(call: Call, name: string): string | undefined {
  return bodyText(call, name, { pattern: /^\d+$/ }) ?? undefined;
}
