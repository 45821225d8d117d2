/** Readers of CSS backgrounds: those in force, and those that lazy loaders will set. */
import { attribute, elementsIn, queryAll } from './dom';
import type { Root } from './dom';
import { findingOf, setSources, sourceOf } from './finding';
import type { Finding, Page, Reader, Source } from './finding';
import { looksLikeImageUrl } from './image-url';
import { maxElements, minSide } from './limits';
import { readPinAttributes } from './pin-attributes';
import { cleanText } from './text';

/** Where lazy loaders keep a background: one address, or several as `srcset` or CSS. */
const lazyAttributes = [
  'data-bg',
  'data-background',
  'data-background-image',
  'data-background-src',
  'data-bg-src',
  'data-bg-url',
  'data-lazy-bg',
  'data-lazy-background',
  'data-bgset',
  'data-bg-set',
  'data-background-image-set',
];

/** Elements that show no background, or whose picture has a reader of its own. */
const noBackground = new Set(
  'html p h1 h2 h3 h4 h5 h6 form fieldset table tbody tr iframe canvas svg textarea select pre head base link meta title style script noscript template source track br wbr img picture video audio path g use svg option'.split(
    ' ',
  ),
);

/** Properties other than backgrounds that show a picture, on elements that hold nothing else. */
const leafProperties = ['content', 'borderImageSource', 'maskImage', 'listStyleImage'] as const;

export const backgroundReader: Reader = {
  elements: boxes,
  read(element, page) {
    if (noBackground.has(element.localName) || element.namespaceURI?.endsWith('svg')) return [];
    const { view, base } = page;
    if (!view) {
      const { backgroundImage } = (element as HTMLElement).style;
      return place(element, backgroundLayers(backgroundImage, base));
    }
    const style = view.getComputedStyle(element);
    const found = readProperty(element, style.backgroundImage, base);
    if (element.childElementCount > fewChildren) return found;
    const isLeaf = element.childElementCount === 0 || element.localName === 'li';
    const others = isLeaf
      ? leafProperties.flatMap((property) => readProperty(element, style[property], base))
      : [];
    const drawn = ['::before', '::after'].flatMap((pseudo) => readPseudo(element, pseudo, page));
    return [...found, ...others, ...drawn];
  },
};

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
    if (index % 1000 === 999) yield null;
    const element = all[index];
    if (!element) break;
    // Not less than: a form's field of that name makes it no number, and then the style is looked at.
    if (element.clientHeight < minSide || element.clientWidth < minSide) continue;
    if (!noBackground.has(element.localName) && !seen.has(element)) yield element;
  }
}

function readPseudo(element: Element, pseudo: string, { view, base }: Page): Finding[] {
  const style = view?.getComputedStyle(element, pseudo);
  if (!style || style.content === 'none') return [];
  return [style.backgroundImage, style.content].flatMap((value) =>
    readProperty(element, value, base),
  );
}

const readProperty = (element: Element, value: string | undefined, base: string): Finding[] =>
  value?.includes('url(') ? place(element, backgroundLayers(value, base)) : [];

export const lazyBackgroundReader: Reader = {
  elements: lazyAttributes.map((name) => `[${name}]:not(img, source)`).join(','),
  read(element, page) {
    const layers = lazyAttributes.flatMap((name) => {
      const text = attribute(element, name);
      // The layers of a set are sizes of one picture.
      const set =
        name.endsWith('set') && text.includes('url(') ? layerSources(text, page.base) : [];
      return set.length > 0 ? [set] : lazyLayers(text, page);
    });
    const [sharp] = lazyLayers(attribute(element, 'data-bg-hidpi'), page);
    const [first] = layers;
    if (first && sharp) {
      for (const source of sharp) source.guess = 2;
      layers[0] = [...sharp, ...first];
    }
    return place(element, layers);
  },
};

const quoted = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'/.source;
const urlPattern = new RegExp(
  `url\\(\\s*(${quoted}|[^\\s"'()]*)\\s*\\)(?:\\s+([\\d.]+)(x|dppx|dpi)\\b)?`,
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
  return Array.from(layer.matchAll(urlPattern)).flatMap(([, word = '', resolution, unit]) => {
    const address = /^["']/.test(word) ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
    if (address === '' || address.startsWith('#')) return [];
    const guess = Number(resolution ?? 1) / (unit === 'dpi' ? 96 : 1);
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
function place(element: Element, layers: Source[][]): Finding[] {
  if (layers.length === 0) return [];
  const { width, height } = element.getBoundingClientRect();
  return layers.map((sources) => ({
    ...findingOf(sources),
    shownUrl: sources[0]?.url ?? '',
    layoutWidth: Math.round(width),
    layoutHeight: Math.round(height),
    alt: cleanText(attribute(element, 'aria-label')),
    ...readPinAttributes(element),
  }));
}
