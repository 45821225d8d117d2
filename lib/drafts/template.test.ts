// @vitest-environment node
import { array, constantFrom, dictionary, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { fillTemplate, insertionOf, problemsOf, textVariables, type Values } from './template';

const product: Values = {
  title: 'Acanthus',
  description: 'A thorny stem.',
  site: 'Stem & Leaf',
  price: '€48.00',
  availability: 'in stock',
};

const facts = '{description}[ · {price}][ · {availability}][ · Serves {yield}][ · {time}]';

const fill = (template: string, values: Values = product, limit = 800) =>
  fillTemplate(template, values, limit);

describe('a template', () => {
  it.each([
    ['{description}', 'A thorny stem.'],
    [facts, 'A thorny stem. · €48.00 · in stock'],
    ['{ Title } – {SITE}', 'Acanthus – Stem & Leaf'],
    ['[{yield}]{title}', 'Acanthus'],
    ['', ''],
    ['[{title}[ ({yield})]]', 'Acanthus'],
    ['[{title}[ ({price})]]', 'Acanthus (€48.00)'],
    ['[{yield}[ ({price})]]', ''],
    ['{title}[ [{yield}][{time}]]!', 'Acanthus!'],
    ['{title}[ – [{price}][, {time}]]', 'Acanthus – €48.00'],
  ])('%s makes: %s', (template, text) => {
    expect(fill(template)).toBe(text);
  });

  it.each([
    ['\\{price\\} is {price}', '{price} is €48.00'],
    ['\\[{title}\\] \\\\ 1', '[Acanthus] \\ 1'],
    ['C:\\x', 'C:\\x'],
    ['{title} [recipe]', 'Acanthus [recipe]'],
    ['{title} 5 > 3 }', 'Acanthus 5 > 3 }'],
    ['[a] ] [', '[a] ] ['],
    ['{{title}}', '{Acanthus}'],
  ])('writes signs that mean nothing else: %s', (template, text) => {
    expect(fill(template)).toBe(text);
  });

  it.each(['{cost}', '{}', '{title of the page}', '[ · {cost}]', '{board}', '{constructor}'])(
    'leaves %s, which it does not know, as it is written',
    (template) => {
      expect(fill(template)).toBe(template.trim());
    },
  );

  it('begins and ends with no separator where what stood there is empty', () => {
    expect(fill(facts, { price: '€48.00' })).toBe('€48.00');
    expect(fill('{title} – {site}', { title: 'Acanthus' })).toBe('Acanthus');
    expect(fill('{yield}, {time} | {title}')).toBe('Acanthus');
    expect(fill('– {title} –')).toBe('– Acanthus –');
    expect(fill(facts, { description: '- 5 °C · cold' })).toBe('- 5 °C · cold');
  });

  it('reads nothing that a page says as a template again', () => {
    const page = { title: '{price} [now {description}] \\{', description: '{title}', price: '1' };

    expect(fill('{title}', page)).toBe('{price} [now {description}] \\{');
    expect(fill('{title} {description}[ {price}]', page)).toBe(
      '{price} [now {description}] \\{ {title} 1',
    );
  });

  it('cuts the description at the end of a word, and not the price after it', () => {
    const long = { ...product, description: 'a thorny stem '.repeat(100) };
    const text = fill(facts, long);

    expect(text).toMatch(/(?:thorny|stem|a)… · €48\.00 · in stock$/);
    expect(text.length).toBeLessThanOrEqual(800);
    expect(text.length).toBeGreaterThan(780);
  });

  it('cuts the whole at its end where there is no prose to cut', () => {
    const text = fill(`{title} ${'much to say '.repeat(20)}`, product, 100);

    expect(text).toMatch(/^Acanthus much to say .*(?:much|to|say)…$/);
    expect(text.length).toBeLessThanOrEqual(100);
  });

  it('cuts no character in two, in any direction of writing', () => {
    const family = '👩‍👩‍👧‍👦';
    const emoji = fill('{title}[ · {price}]', { title: family.repeat(40), price: '€4' }, 100);
    expect(emoji.replaceAll(family, '')).toBe('… · €4');

    const arabic = fill(
      '{title}[ · {price}]',
      { title: 'جبن دافئ مع البصل المزهر '.repeat(10), price: '٤٨ €' },
      100,
    );
    expect(arabic).toMatch(/… · ٤٨ €$/);
    expect(arabic.length).toBeLessThanOrEqual(100);
  });

  it('never throws, never becomes longer than its limit, and puts in what it was given', () => {
    const piece = oneof(
      constantFrom('{', '}', '[', ']', '\\', ' · ', '🌿', 'ש', '\ud83d'),
      constantFrom(...textVariables).map((name) => `{${name}}`),
      string({ maxLength: 12 }),
    );
    const templates = array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const text = oneof(
      string({ maxLength: 120 }),
      constantFrom('', '{title}', '[{price}]', '\\{', '\ud83d', '👩‍👩‍👧‍👦', 'שלום'),
    );
    const values = dictionary(constantFrom(...textVariables), text, {
      noNullPrototype: true,
    });
    holds(
      property(templates, values, integer({ min: 40, max: 800 }), (template, given, limit) => {
        expect(fillTemplate(template, given, limit).length).toBeLessThanOrEqual(limit);
        expect(problemsOf(template).length).toBeLessThanOrEqual(template.length);
      }),
    );
    holds(
      property(text, (title) => {
        expect(fillTemplate('<{title}>', { title }, 800)).toBe(`<${title}>`);
      }),
    );
  });
});

describe('what is wrong with a template', () => {
  it.each([
    [facts, []],
    ['\\{ [a] {title}', []],
    ['{cost} and {cost}', [{ kind: 'unknown', text: '{cost}' }]],
    ['{title', [{ kind: 'open', text: '{' }]],
    ['[ · {price}', [{ kind: 'open', text: '[' }]],
  ])('of %s is %j', (template, problems) => {
    expect(problemsOf(template)).toEqual(problems);
  });
});

describe('what a button puts in', () => {
  it.each([
    ['price', '{description}', '[ · {price}]'],
    ['price', '', '[{price}]'],
    ['price', '{title}[ for ', '{price}'],
    ['price', '\\[ ', '[ · {price}]'],
    ['title', 'From ', '{title}'],
  ] as const)('for %s after “%s” is %s', (name, before, text) => {
    expect(insertionOf(name, before)).toBe(text);
  });
});
