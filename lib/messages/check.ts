/** Tells whether a value is what it is said to be. */
export type Check = (value: unknown) => boolean;

/** A text of at most so many UTF-16 units. */
export const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= max;

/** A number that is one: not NaN, not endless. */
export const finite: Check = Number.isFinite;

/** A number that nothing is less than: a size, a frame. */
export const size: Check = (value) => finite(value) && (value as number) >= 0;

export const flag: Check = (value) => typeof value === 'boolean';

export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** What may be left out. */
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** A list of at most so many, each of which passes. */
export const list =
  (check: Check, max: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(check);

export const isObject: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose named fields pass; it may have more. */
export const having =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([key, check]) => check((value as Record<string, unknown>)[key]));

/** An object that has the named fields, which pass, and no others. */
export const only =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    having(fields)(value) &&
    Object.keys(value as object).every((key) => Object.hasOwn(fields, key));
