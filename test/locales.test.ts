// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

type Messages = Record<string, { message: string }>;

const folder = 'public/_locales';
const textOf = (locale: string) => readFileSync(path.join(folder, locale, 'messages.json'), 'utf8');
const read = (locale: string): Messages => JSON.parse(textOf(locale)) as Messages;

const en = read('en');
const others = readdirSync(folder).filter((locale) => locale !== 'en');
const keys = Object.keys(en);

/** Texts that wait for their translators; the browser shows them in English until then. */
const untranslated = new Set(
  JSON.parse(readFileSync('test/untranslated.json', 'utf8')) as string[],
);

/** The forms that a language may have besides those of English, for a count. */
const moreForms = /_(zero|two|few|many)$/;
const baseOf = (key: string) => key.replace(/_(zero|one|two|few|many)$/, '_other');
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].toSorted().join(' ');

/** All sources that may name a key. */
function sources(): string {
  const files = ['components', 'entrypoints', 'lib'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => path.join(root, file)),
  );
  return [...files, 'wxt.config.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('the English texts', () => {
  it('are all used', () => {
    const words = new Set(sources().match(/\w+/g));
    const isUsed = (key: string) =>
      words.has(key) ||
      words.has(key.replace(/_(one|other)$/, '')) ||
      words.has(key.replace(/_\w+$/, '_')) || // one of several, by a name of Pinterest's
      words.has(`__MSG_${key}__`);

    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are all there that the HTML of a view names', () => {
    const pages = readdirSync('entrypoints', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => readFileSync(path.join('entrypoints', file), 'utf8'));
    const named = [...pages.join('').matchAll(/data-text="(\w+)"/g)].map(([, key]) => key);

    expect(named).not.toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(named));
  });

  it('have both forms of what is counted', () => {
    const lonely = keys.filter((key) => key.endsWith('_one') && !(baseOf(key) in en));
    expect(lonely).toEqual([]);
  });
});

it.each(['en', ...others])('no text in %s stands in the place of another of its name', (locale) => {
  const names: string[] = textOf(locale).match(/^ {2}"\w+":/gm) ?? [];
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe.each(others)('the texts in %s', (locale) => {
  const messages = read(locale);

  it('are complete', () => {
    const missing = keys.filter((key) => !messages[key]?.message);
    expect(missing.filter((key) => !untranslated.has(key))).toEqual([]);
  });

  it('are none that English does not have, but for other forms of a count', () => {
    const strange = Object.keys(messages).filter(
      (key) => !(key in en) && !(moreForms.test(key) && baseOf(key) in en),
    );
    expect(strange).toEqual([]);
  });

  it('have the same places for values', () => {
    const wrong = Object.entries(messages).filter(([key, { message }]) => {
      const own = placeholders(message);
      const english = en[key] ?? en[baseOf(key)];
      return english && own !== placeholders(english.message) && !isOne(key, own);
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('name their own language', () => {
    expect(messages['localeCode']?.message.replace('-', '_')).toBe(locale);
    expect(messages['textDirection']?.message).toMatch(/^(ltr|rtl)$/);
  });
});

/** A form for one may name the count where English does not. */
const isOne = (key: string, own: string) => key.endsWith('_one') && own === '$1';
