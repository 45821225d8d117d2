/** What a page says, in the words and numbers of the person's language: what templates are filled with. */
import type { SuggestedText } from '../capture/suggest';
import type { PageDetails } from '../capture/types';
import { formatDate, hostOf } from '../format';
import { t, tn, uiLanguage } from '../i18n';
import type { Values } from './template';

/**
 * Gives what the templates of a pin's texts may name.
 * @param at ms of UTC, for templates that name the date
 */
export function valuesOf(
  page: Pick<PageDetails, 'url' | 'selection' | 'siteName' | 'product' | 'recipe'>,
  suggested: SuggestedText,
  at: number,
): Values {
  const { product, recipe } = page;
  const host = hostOf(page.url);
  return {
    title: suggested.title,
    description: suggested.description,
    alt: suggested.altText,
    selection: page.selection,
    site: page.siteName || host,
    host,
    url: suggested.link,
    price: product ? formatPrice(product.price, product.currency) : '',
    availability: product?.availability ? t(availabilityWords[product.availability]) : '',
    yield: recipe ? yieldOf(recipe.yield) : '',
    time: recipe?.minutes ? formatMinutes(recipe.minutes) : '',
    date: formatDate(at),
  };
}

/** Gives what the parameters of a link may name, but for the board: it is known when the pin is sent. */
export function linkValues(link: string, title: string, at: number): Values {
  return { title, host: hostOf(link), date: isoDay(at) };
}

const availabilityWords = {
  in: 'availabilityIn',
  out: 'availabilityOut',
  later: 'availabilityLater',
} as const;

/** Many recipes say only a number, which means nothing where it stands alone. */
const yieldOf = (text: string) =>
  /^\d{1,4}$/.test(text) ? tn('recipeServings', Number(text)) : text;

/**
 * Writes a price: `€48.00`; without its currency the number alone, and '' for what is no number.
 * @param price with a dot before the decimals
 * @param currency ISO 4217, or '' where it is not known
 */
export function formatPrice(price: string, currency: string): string {
  const value = price.trim() === '' ? Number.NaN : Number(price);
  if (!Number.isFinite(value)) return '';
  const decimals = price.includes('.') ? 2 : 0;
  const options: Intl.NumberFormatOptions = /^[A-Z]{3}$/.test(currency)
    ? { style: 'currency', currency }
    : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(uiLanguage(), options).format(value);
}

const twoDays = 2880;

/**
 * Writes how long something takes: `1 hr 20 min`; from two days on with the days. Not by Intl.DurationFormat, which
 * Chrome has since 129 only.
 */
export function formatMinutes(minutes: number): string {
  const days = minutes < twoDays ? 0 : Math.floor(minutes / 1440);
  const rest = Math.round(minutes) - days * 1440;
  const parts: [number, string][] = [
    [days, 'day'],
    [Math.floor(rest / 60), 'hour'],
    [rest % 60, 'minute'],
  ];
  const language = uiLanguage();
  const words = parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
    );
  return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(words);
}

/** A day of one's own time zone, as addresses have it: `2026-12-24`. */
function isoDay(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
