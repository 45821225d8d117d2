/** Readers of CSS backgrounds: those in force, and those that lazy loaders will set. */
import { attribute, elementsIn, queryAll } from './dom';
import type { Root } from './dom';
import { rank, setSources, sourceOf } from './finding';
import type { Finding, Page, Reader, Source } from './finding';
import { keptBy } from './image-attributes';
import { hasImageEnding, looksLikeImageUrl } from './image-url';
import { maxElements, minSide } from './limits';
import { linkedFile, linkOf } from './linked';
import { shownBy } from './shown';

/** Where lazy loaders and galleries keep the picture of an element that is no image. */
const lazyAttributes = (
  'bg background background-image background-src bg-src bg-url bg-set bgset background-image-set lazy-bg lazy-background ' +
  'src srcset lazy lazy-src original img image img-src image-src img-url image-url full full-image large-image zoom-image'
).split(' ');

/** Elements with a size that show no background, or whose picture has a reader of its own. */
const noBackground = new Set(
  'html p h1 h2 h3 h4 h5 h6 tbody tr iframe canvas svg textarea select pre img video audio'.split(
    ' ',
  ),
);

/** Properties other than backgrounds that show a picture, on elements that hold nothing else. */
const leafProperties = ['content', 'borderImageSource', 'maskImage', 'listStyleImage'] as const;

export const backgroundReader: Reader = {
  elements: boxes,
  read(element, page) {
    const { view, base } = page;
    if (!view) {
      const { backgroundImage } = (element as HTMLElement).style;
      return place(element, backgroundLayers(backgroundImage, base), page);
    }
    const kind = kindOf(element);
    const count = page.plain.get(kind) ?? 0;
    if (count >= manyPlain) return [];
    const style = view.getComputedStyle(element);
    const found = readProperty(element, style.backgroundImage, page);
    if (element.childElementCount <= fewChildren) {
      for (const name of !element.childElementCount || element.localName === 'li'
        ? leafProperties
        : [])
        found.push(...readProperty(element, style[name], page));
      for (const pseudo of ['::before', '::after'])
        found.push(...readPseudo(element, pseudo, page));
    }
    page.plain.set(kind, found[0] ? 0 : count + 1);
    return found;
  },
};

/** So many elements of one kind in a row showed no picture: then the others don't, and a feed of thousands is not asked for each. */
const manyPlain = 300;

/** What style sheets mostly know an element by, and what its own style says. */
const kindOf = (element: Element): string =>
  element.localName +
  ['class', 'id', 'style'].map((name) => attribute(element, name)).join() +
  attribute(element.parentElement ?? element, 'class');

/** What draws a picture beside its children has few of them; a page's great containers are not looked at twice. */
const fewChildren = 3;

/**
 * The elements whose style is worth a look: those with an address in their own style, and boxes as large as a picture.
 * Styles are dear, and there may be 50,000 elements, so this is one loop with nothing in it but two numbers.
 */
function* boxes(root: Root): Generator<Element | null> {
  const seen = new Set<Element>();
  for (const element of queryAll(root, '[style*="url("]')) {
    seen.add(element);
    yield element;
  }
  const all = elementsIn(root);
  for (let index = 0; index < maxElements; index += 1) {
    if (index % 1000 === 0) yield null;
    const element = all[index];
    if (!element) break;
    // Not less than: a form's field of that name makes it no number, and then the style is looked at.
    if (element.clientHeight < minSide || element.clientWidth < minSide) continue;
    if (!noBackground.has(element.localName) && !seen.has(element)) yield element;
  }
}

function readPseudo(element: Element, pseudo: string, page: Page): Finding[] {
  const style = page.view?.getComputedStyle(element, pseudo);
  if (!style || style.content === 'none') return [];
  return [style.backgroundImage, style.content].flatMap((value) =>
    readProperty(element, value, page),
  );
}

const readProperty = (element: Element, value: string | undefined, page: Page): Finding[] =>
  value?.includes('url(') ? place(element, backgroundLayers(value, page.base), page) : [];

export const lazyBackgroundReader: Reader = {
  elements: `:is(${lazyAttributes.map((name) => `[data-${name}]`).join()}):not(img, source, video, audio, iframe, script)`,
  read(element, page) {
    const layers: Source[][] = [];
    const full: Source[] = [];
    let isBackground = false;
    for (const { name, text, role } of keptBy(element)) {
      const isOwn = /b(?:ack)?g/.test(name);
      isBackground ||= isOwn;
      // What is no background may be data of any kind.
      const isTold =
        isOwn ||
        role === 'set' ||
        (hasImageEnding(text) && /src|im(?:g|age)|full|large|lazy|orig/.test(name));
      // The layers of a set are sizes of one picture.
      const isCssSet = role === 'set' && text.includes('url(');
      const found = isCssSet ? [layerSources(text, page.base)] : lazyLayers(text, page);
      if (isTold && role === 'full') full.push(...found.flat());
      else if (isTold) layers.push(...found);
    }
    for (const source of full) source.rank &&= rank.full;
    if (full.length > 0) layers[0] = [...full, ...(layers[0] ?? [])];
    const findings = place(element, layers, page);
    // The size of a box tells nothing of a picture that is not to be seen in it.
    if (isBackground) return findings;
    for (const finding of findings) finding.layoutWidth = finding.layoutHeight = 0;
    return findings;
  },
};

const quoted = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'/.source;
const urlPattern = new RegExp(
  `url\\(\\s*(${quoted}|[^\\s"'()]*)\\s*\\)(?:\\s+([\\d.]+)(?:dpp)?x\\b)?`,
  'g',
);
const layerPattern = new RegExp(
  `image-set\\((?:[^()"']|${quoted}|\\((?:[^()"']|${quoted})*\\))*\\)|url\\((?:${quoted}|[^"'()]*)\\)`,
  'g',
);

/**
 * The pictures of a `background-image` value: one list of sources a layer, where an `image-set()` gives several.
 * Gradients and references (`url(#id)`) are left out.
 */
export function backgroundLayers(value: string, base: string): Source[][] {
  const layers = Array.from(value.matchAll(layerPattern), ([layer]) => layerSources(layer, base));
  return layers.filter((sources) => sources.length > 0);
}

function layerSources(layer: string, base: string): Source[] {
  return Array.from(layer.matchAll(urlPattern)).flatMap(([, word = '', resolution]) => {
    const address = /^["']/.test(word) ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
    if (address === '' || address.startsWith('#')) return [];
    const guess = Number(resolution ?? 1);
    return sourceOf(address, 'background', { base, guess }) ?? [];
  });
}

function lazyLayers(text: string, { base }: Page): Source[][] {
  if (text.includes('url(')) return backgroundLayers(text, base);
  if (/\s\d+(?:\.\d+)?[wx](?:\s|,|$)/.test(text)) {
    const sources = setSources(text, 'background', base);
    return sources.length > 0 ? [sources] : [];
  }
  const source = looksLikeImageUrl(text) ? sourceOf(text, 'background', { base }) : null;
  return source ? [[source]] : [];
}

/** A box's size is no proof of its picture's size, but an icon's box is small. */
function place(element: Element, layers: Source[][], { base }: Page): Finding[] {
  const [only] = layers;
  if (!only) return [];
  const file = layers.length === 1 ? linkedFile(linkOf(element, base), base) : null;
  if (file) only.push(file);
  return layers.map((sources) => shownBy(element, sources));
}
