import { createContext } from 'preact';

/** What the person searches the settings for. */
export const SettingsQuery = createContext('');

/** Of its own, so that the popup's first load has no part of it. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text has every word that was typed, whatever their case, accents and order. */
export function fits(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}
