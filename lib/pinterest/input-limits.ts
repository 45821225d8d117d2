import { AppError } from '../errors';

/**
 * Longest texts by field, in UTF-16 code units, and the numbers that lists may have. Source: API description 5.23. The
 * name of a board has no limit there; a section's has, and a board's is held to the same.
 */
const longest: Readonly<Record<string, number>> = {
  title: 100,
  description: 800,
  link: 2048,
  alt_text: 500,
  name: 180,
};

const counts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  pin_ids: [1, 100],
  items: [2, 5],
  carousel_slots: [2, 5],
  page_size: [1, 250],
  num_of_pins: [1, 50],
};

/**
 * Holds what is to be sent against Pinterest's limits, down into carousels, so that a mistake costs no request.
 * @throws AppError `api/invalid-input` with the field that does not fit
 */
export function checkInput(input: object): void {
  for (const [field, value] of Object.entries(input)) {
    if (!fits(field, value)) throw new AppError('api/invalid-input', { field });
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (typeof inner === 'object' && inner !== null) checkInput(inner as object);
    }
  }
}

function fits(field: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const count = counts[field];
  const size = Array.isArray(value) ? value.length : Number(value);
  if (count && !isWithin(size, count)) return false;
  if (field === 'pin_ids') return Array.isArray(value) && value.every(isId);
  if (field.endsWith('_id')) return isId(value);
  const limit = longest[field];
  return limit === undefined || typeof value !== 'string' || value.length <= limit;
}

const isWithin = (count: number, [from, to]: readonly [number, number]) =>
  count >= from && count <= to;

const isId = (value: unknown) => typeof value === 'string' && /^\d+$/.test(value);
