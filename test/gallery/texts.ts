import ar from '../../public/_locales/ar/messages.json';
import en from '../../public/_locales/en/messages.json';

type Texts = Record<string, { message: string }>;

/** The languages that the gallery speaks; `pseudo` is English, half as long again, in brackets. */
const languages: Record<string, Texts> = { en, ar };
const asked = new URLSearchParams(location.search).get('language') ?? 'en';
const texts: Texts = languages[asked] ?? en;

/** Says of the pages themselves what language they are in, and is no text. */
const marks = new Set(['localeCode', 'textDirection']);

/** Gives a text as the browser would: `$1`, `$2` … filled in; '' where there is none. */
export function textOf(key: string, values: string | string[] = []): string {
  const text = texts[key]?.message ?? '';
  const filled = text.replace(
    /\$(\d)/g,
    (_: string, at: string) => [values].flat()[Number(at) - 1] ?? '',
  );
  const isWords = /\p{L}/u.test(text.replaceAll(/\$\d/g, '')) && !marks.has(key);
  if (asked !== 'pseudo' || !isWords) return filled;
  return `⟦${filled} ${longer(text.length / 2)}⟧`;
}

/** Words of usual length: a text of one long word would break where none does. */
const longer = (length: number) => 'ūber lǿng ẅords '.repeat(10).slice(0, Math.ceil(length)).trim();
