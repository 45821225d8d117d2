/** Runs a function in a page of any browser, and gives what it comes to; both cross as JSON. */
export type InPage = <Value, Arg>(work: (arg: Arg) => Value, arg: Arg) => Promise<Value>;

/**
 * What is wrong with the texts of a state: words that stand in the code and not in `_locales`, and texts that are cut off.
 * Runs in the page; `isPseudo` where every text of Tack's own is in ⟦brackets⟧.
 */
function faultsIn(isPseudo: boolean): string[] {
  const faults: string[] = [];
  const places = [document.body, ...[...document.querySelectorAll('*')].map((at) => at.shadowRoot)];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1)
    faults.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth} px`);
  const isOwn = (text: string) => !isPseudo || /[⟦⟧]/.test(text);
  const short = (text: string) => text.trim().slice(0, 50);

  /** Where an ancestor hides a part of a text for good: what scrolls can be scrolled to. */
  const cutBy = (element: Element, box: DOMRect): string | null => {
    let isScrolled = false; // up and down
    for (let above: Element | null = element; above; above = above.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(above);
      isScrolled ||= /auto|scroll/.test(overflowY);
      const frame = above.getBoundingClientRect();
      if (frame.width <= 2 || frame.height <= 2) return null; // only spoken
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (hides(overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1))
        return above.className || above.tagName;
      if (
        !isScrolled &&
        hides(overflowY) &&
        (box.top < frame.top - 2 || box.bottom > frame.bottom + 2)
      )
        return above.className || above.tagName;
      if (/auto|scroll/.test(overflowX)) return null;
      if (position === 'fixed') break;
    }
    return box.left < -1 || box.right > root.clientWidth + 1 ? 'the page' : null;
  };

  /** A line of the person's own words may end in an ellipsis, also where Tack's “Without a title” stands in for them. */
  const isAllOwn = (element: Element) => isPseudo && !element.closest('.pin-line-title');

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

  const texts: Node[] = [];
  for (const place of places) {
    const walker = place && document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker?.nextNode()) texts.push(walker.currentNode);
  }
  for (const node of texts) {
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (text.trim() === '' || !element || !isShown(element) || !isOwn(text)) continue;
    if (element.closest('option') || (element.closest('.cut') && !isAllOwn(element))) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const by = cutBy(element, box);
      if (by === null) continue;
      faults.push(`“${short(text)}” is cut off by ${by}`);
      break;
    }
  }

  const ruler = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll('input, textarea, select')) {
    if (!isShown(field) || !ruler) continue;
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
    ruler.font = font;
    const room = field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    const text =
      field instanceof HTMLSelectElement
        ? (field.selectedOptions[0]?.text ?? '')
        : field instanceof HTMLInputElement && field.value === ''
          ? field.placeholder
          : '';
    if (isOwn(text) && text !== '' && ruler.measureText(text).width > room + 1)
      faults.push(`“${short(text)}” does not fit its field`);
  }
  // A head is above its own field: where there is too little room it may come to lie over another one.
  const lies = (one: DOMRect, over: DOMRect) =>
    Math.min(one.right, over.right) - Math.max(one.left, over.left) > 2 &&
    Math.min(one.bottom, over.bottom) - Math.max(one.top, over.top) > 2;
  for (const head of document.querySelectorAll('.field-head')) {
    if (!isShown(head)) continue;
    const label = head.querySelector('label');
    const frame = head.getBoundingClientRect();
    const fields = [...document.querySelectorAll('.field-input')].filter(isShown);
    const others = [...head.querySelectorAll('.field-hint, .field-hint button, .field-counter')];
    const isOver =
      fields.some((field) => lies(frame, field.getBoundingClientRect())) ||
      others.some(
        (other) => label && lies(label.getBoundingClientRect(), other.getBoundingClientRect()),
      );
    if (isOver) faults.push(`“${short(label?.textContent ?? '')}” lies over something else`);
  }
  return [...new Set(faults)];
}

/** Gives what is cut off in a state, a line each; with `isPseudo`, of Tack's own texts only. */
export const cutOffs = (inPage: InPage, isPseudo = false): Promise<string[]> =>
  inPage(faultsIn, isPseudo);

/** Words that `Intl` makes, and names that are the same in every language. */
const everywhere =
  'csv json ctr pinterest tack chrome alt shift jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun january november december yesterday today tomorrow ago day days week weeks month months last next hour hours minute minutes utc arabic english german french spanish portuguese brazilian brazil japanese';

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/**
 * Gives texts and names that are no text of `_locales`, where the page is in the pseudo-language.
 * @param own whatever the person or Pinterest said: its words are not Tack's
 */
export async function hardCoded(inPage: InPage, own: string): Promise<string[]> {
  const known = new Set([...wordsOf(own), ...everywhere.split(' ')]);
  const outside = await inPage(() => {
    const found = new Set<string>();
    const look = (text: string | null) => {
      let rest = (text ?? '').replaceAll(/https?:\S*|[\w.-]+\.(?:com|example|net)\b|\{\w+\}/g, '');
      while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
      if (!/[⟦⟧]/.test(rest)) found.add(rest.trim().slice(0, 80)); // else it is a text in parts
    };
    const places = [
      document.body,
      ...[...document.querySelectorAll('*')].map((at) => at.shadowRoot),
    ];
    const wordy = '*:not(script, style, code, pre, mark)';
    for (const node of places.flatMap((place) =>
      Array.from(place?.querySelectorAll(wordy) ?? []),
    )) {
      if (node.matches('.gallery-part > .spoken')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        look(node.getAttribute(name));
      // A name may be shown in parts, the letters that were typed apart from the others.
      if (node.querySelector(':scope > mark')) look(node.textContent);
      else
        for (const child of node.childNodes)
          if (child.nodeType === Node.TEXT_NODE) look(child.nodeValue);
    }
    return [...found];
  }, null);
  const isKnown = (word: string) => known.has(word);
  return outside
    .filter((text) => !wordsOf(text).every(isKnown))
    .map((text) => `“${text}” is no text of _locales`);
}

/** One thing that a state shows: where, in which colours, and what. */
export interface Seen {
  box: [x: number, y: number, width: number, height: number];
  colours: string;
  text: string;
}

/** Gives what a state shows, from the top of its document on: each text and picture once. */
export const seenIn = (inPage: InPage): Promise<Seen[]> =>
  inPage(() => {
    const seen: Seen[] = [];
    const groundOf = (element: Element): string => {
      for (let above: Element | null = element; above; above = above.parentElement) {
        const { backgroundColor } = getComputedStyle(above);
        if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return 'none';
    };
    const places = [
      document.body,
      ...[...document.querySelectorAll('*')].map((at) => at.shadowRoot),
    ];
    for (const element of places.flatMap((place) =>
      Array.from(place?.querySelectorAll('*') ?? []),
    )) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const words = own.map(({ nodeValue }) => nodeValue).join(' ');
      const isField = element.matches('input, textarea, select');
      const value = isField ? (element as HTMLInputElement).value : '';
      const said = `${words} ${value}`.replaceAll(/\s+/g, ' ').trim();
      const text = said.replaceAll(/\d+ ms\b/g, '… ms').slice(0, 60); // as long as it took
      const isPicture = element.matches('img, svg, canvas, input, select, textarea');
      if (text === '' && !isPicture) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width <= 2 || height <= 2) continue;
      const box = [x + scrollX, y + scrollY, width, height].map(Math.round) as Seen['box'];
      const colours = `${getComputedStyle(element).color} on ${groundOf(element)}`;
      seen.push({ box, colours, text: text || `<${element.localName}>` });
    }
    return seen;
  }, null);
