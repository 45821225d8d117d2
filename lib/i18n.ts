import { browser } from 'wxt/browser';

import { keepDirection } from './direction';

/** Every text that a person sees stands under such a key in `public/_locales`. A missing key does not compile. */
export type MessageKey = keyof typeof import('../public/_locales/en/messages.json');

/** Gives a text in the browser's language, with `$1`, `$2` … filled in order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key as never, substitutions.map(String));
}

/** Gives the form of a text that fits a count: `key_one` or `key_other`, with the count as `$1`. */
export function tn<Key extends string>(
  key: `${Key}_other` extends MessageKey ? Key : never,
  count: number,
): string {
  const form = pluralRules(t('localeCode') || 'en').select(count);
  const text = browser.i18n.getMessage(`${key}_${form}` as never, [formatNumber(count)]);
  return text || browser.i18n.getMessage(`${key}_other` as never, [formatNumber(count)]);
}

const allRules = new Map<string, Intl.PluralRules>();

/** Kept as `numberFormat` is: each row of a list has its count. */
function pluralRules(language: string): Intl.PluralRules {
  const rules = allRules.get(language) ?? new Intl.PluralRules(language);
  allRules.set(language, rules);
  return rules;
}

/** Marks a page with the language of its texts, which may be another than the browser's, and with their direction. */
export function showLanguage(): void {
  const { documentElement: root } = document;
  root.lang = t('localeCode');
  root.dir = t('textDirection');
  keepDirection(root.dir);
}

/** The language that the browser's own texts are in, e.g. `en-GB`. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** Writes a whole number in the browser's language: `48,231`. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Gives what writes numbers in the browser's language. It is kept: to make one takes as long as to write a hundred. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = uiLanguage() + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(uiLanguage(), options);
  numberFormats.set(key, format);
  return format;
}
