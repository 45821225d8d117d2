import type { PinRow } from './types';

/** What of the loaded pins is shown. */
export interface PinFilter {
  /** One of Pinterest's creative types; '' for all. */
  type: string;
  noAltText: boolean;
  broken: boolean;
  /** Words that a pin must have, in any order. */
  words: string;
}

export const noFilter: PinFilter = { type: '', noAltText: false, broken: false, words: '' };

/** Whether a filter holds anything back. */
export const isFiltering = ({ type, noAltText, broken, words }: PinFilter): boolean =>
  type !== '' || noAltText || broken || words.trim() !== '';

/** Gives the pins that a filter lets through; `broken` are the links that are known to lead nowhere. */
export function filterPins(
  pins: readonly PinRow[],
  filter: PinFilter,
  broken: ReadonlySet<string>,
): readonly PinRow[] {
  if (!isFiltering(filter)) return pins;
  const words = plain(filter.words).split(' ').filter(Boolean);
  return pins.filter((pin) => {
    if (filter.type !== '' && pin.creativeType !== filter.type) return false;
    if (filter.noAltText && pin.altText.trim() !== '') return false;
    if (filter.broken && !broken.has(pin.link)) return false;
    if (words.length === 0) return true;
    const text = plain([pin.title, pin.description, pin.altText, pin.link].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Gives the creative types that pins have, sorted. */
export const typesOf = (pins: readonly PinRow[]): string[] =>
  [...new Set(pins.map(({ creativeType }) => creativeType))].filter(Boolean).toSorted();

/** Capitals and accents are not held against anybody who looks for something. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
