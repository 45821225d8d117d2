import { cutText } from '../capture/text';

/**
 * The little language of a person's templates:
 * - `{price}` stands for what the page says. One that Tack does not know stays as it is written.
 * - `[ · {price}]` is left out, with all that stands in it, where something it names is empty. Parts may be nested;
 *   brackets around nothing that can be empty are only brackets.
 * - `\{`, `\}`, `\[`, `\]` and `\\` write the sign itself.
 *
 * What a page says is put in as it is: nothing in it is read as a template again.
 */

/** All that a template of texts may name. */
export const textVariables = [
  'title',
  'description',
  'selection',
  'alt',
  'site',
  'host',
  'url',
  'price',
  'availability',
  'yield',
  'time',
  'date',
] as const;

/** All that the parameters of a link may name. The board is known when the pin is sent. */
export const linkVariables = ['board', 'title', 'date', 'host'] as const;

export type Variable = (typeof textVariables)[number] | (typeof linkVariables)[number];

/** What is known of each; what is missing counts as empty. */
export type Values = Partial<Record<Variable, string>>;

/** What is wrong with a template, with the words of it that are meant. Nothing of it keeps the template from being used. */
export interface Problem {
  kind: 'unknown' | 'open' | 'pair';
  text: string;
}

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: Variable }
  | { kind: 'part'; nodes: Node[] };

/** A piece of the result: `name` is null for the template's own words, `part` for a part that was left out. */
interface Piece {
  name: Variable | 'part' | null;
  text: string;
}

const tokens = /\\([\\{}[\]])|\{([^{}[\]\\]*)\}|[^\\{}[\]]+|[\\{}[\]]/gu;

/** What may be cut where the whole is too long: words can be, prices and addresses can't. */
const prose: ReadonlySet<Piece['name']> = new Set([
  'description',
  'selection',
  'title',
  'alt',
] as const);

/** Less of a text than this many code units says nothing; the whole is cut at its end then. */
const MIN_PROSE = 24;

/** What a page does not always have: put in as a part that can be left out. */
const optional: ReadonlySet<Variable> = new Set(['price', 'availability', 'yield', 'time', 'date']);

/**
 * Writes what a template says, at most `limit` UTF-16 code units. Where it is too long, its longest prose is cut at the
 * end of a word, so that what stands after it stays whole.
 */
export function fillTemplate(
  template: string,
  values: Values,
  limit: number,
  known: readonly Variable[] = textVariables,
): string {
  const pieces = withoutLooseEnds(piecesOf(parse(template, known).nodes, values));
  const whole = join(pieces);
  if (whole.length <= limit) return whole;
  const longest = pieces
    .filter(({ name }) => prose.has(name))
    .reduce<Piece | null>(
      (most, piece) => (piece.text.length > (most?.text.length ?? 0) ? piece : most),
      null,
    );
  const room = longest ? longest.text.length - (whole.length - limit) : 0;
  if (!longest || room < MIN_PROSE) return cutText(whole, limit);
  const cut = { ...longest, text: cutText(longest.text, room) };
  return join(pieces.map((piece) => (piece === longest ? cut : piece)));
}

/** Says what is wrong with a template, each thing once. */
export function problemsOf(
  template: string,
  known: readonly Variable[] = textVariables,
): Problem[] {
  const { problems } = parse(template, known);
  return problems.filter(
    ({ text }, index) => problems.findIndex((each) => each.text === text) === index,
  );
}

/** Gives what a button for a variable puts in after `before`: a part that can be left out, where that makes sense. */
export function insertionOf(name: Variable, before: string): string {
  const signs = before.replaceAll(/\\./gsu, '');
  const isInPart = signs.lastIndexOf('[') > signs.lastIndexOf(']');
  if (before.trim() === '') return optional.has(name) ? `[{${name}}]` : `{${name}}`;
  if (optional.has(name) && !isInPart) return `[ · {${name}}]`;
  return `{${name}}`;
}

function parse(template: string, known: readonly Variable[]) {
  const problems: Problem[] = [];
  const open: Node[][] = [[]];
  const add = (...nodes: Node[]) => open.at(-1)?.push(...nodes);
  for (const [token, sign, name] of template.matchAll(tokens)) {
    const variable = known.find((each) => each === name?.trim().toLowerCase());
    if (variable) add({ kind: 'value', name: variable });
    else if (token === '[') open.push([]);
    else if (token === ']' && open.length > 1) add(...closed(open.pop() ?? []));
    else {
      if (name !== undefined) problems.push({ kind: 'unknown', text: token });
      else if (token === '{') problems.push({ kind: 'open', text: token });
      add(textNode(sign ?? token));
    }
  }
  while (open.length > 1) {
    problems.push({ kind: 'open', text: '[' });
    const nodes = open.pop() ?? [];
    add(textNode('['), ...nodes);
  }
  return { nodes: open[0] ?? [], problems };
}

const textNode = (text: string): Node => ({ kind: 'text', text });

const closed = (nodes: Node[]): Node[] =>
  nodes.some(({ kind }) => kind !== 'text')
    ? [{ kind: 'part', nodes }]
    : [textNode('['), ...nodes, textNode(']')];

/** What is left out leaves an empty value behind: its neighbours need to know. */
function piecesOf(nodes: readonly Node[], values: Values): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (node.kind === 'text') return [{ name: null, text: node.text }];
    if (node.kind === 'value') return [{ name: node.name, text: values[node.name] ?? '' }];
    const isGone = hasNothing(node.nodes, values);
    return isGone ? [{ name: 'part', text: '' }] : piecesOf(node.nodes, values);
  });
}

/** Whether a part is left out: it names something empty, or all that it is made for are parts that are left out. */
function hasNothing(nodes: readonly Node[], values: Values): boolean {
  const named = nodes.filter((node) => node.kind === 'value');
  if (named.length > 0) return named.some(({ name }) => !values[name]);
  const parts = nodes.filter((node) => node.kind === 'part');
  return parts.every((part) => hasNothing(part.nodes, values));
}

/** Takes away the separators that would begin or end the text because what stood before or after them is empty. */
function withoutLooseEnds(pieces: readonly Piece[]): Piece[] {
  const begun = withoutLooseStart(pieces, /^[\s·•|,;:–—-]+/u);
  return withoutLooseStart(begun.toReversed(), /[\s·•|,;:–—-]+$/u).toReversed();
}

function withoutLooseStart(pieces: readonly Piece[], separators: RegExp): Piece[] {
  let isAfterEmpty = false;
  let isAtStart = true;
  return pieces.map((piece) => {
    if (!isAtStart) return piece;
    if (piece.text === '') isAfterEmpty ||= piece.name !== null;
    const text =
      piece.name === null && isAfterEmpty ? piece.text.replace(separators, '') : piece.text;
    isAtStart = text === '';
    return { ...piece, text };
  });
}

const join = (pieces: readonly Piece[]) =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim();
