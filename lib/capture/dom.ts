/**
 * Reading a DOM whose author may set traps: `<form><input name="getAttribute">` and `<img name="title">` put elements
 * where methods and properties are expected, so these go by the prototypes.
 */
import { maxElements } from './limits';

/** Where elements are looked for: the document, or a shadow root in it. */
export type Root = Document | ShadowRoot;

/** Elements of a root that match, in document order, at most `maxElements`. */
export function queryAll(root: Root, selector: string): Element[] {
  const owner = root instanceof ShadowRoot ? DocumentFragment.prototype : Document.prototype;
  return Array.prototype.slice.call(owner.querySelectorAll.call(root, selector), 0, maxElements);
}

/**
 * All elements of a root, each looked up as it is asked for: to make a list of 50,000 takes a page's frame away, so that of a
 * document is the browser's own, which changes with the page.
 */
export function elementsIn(root: Root): ArrayLike<Element> {
  return root instanceof Document
    ? Document.prototype.getElementsByTagName.call(root, '*')
    : queryAll(root, '*');
}

/** The value of an attribute, trimmed, or '' without it. */
export function attribute(element: Element, name: string): string {
  return (Element.prototype.getAttribute.call(element, name) ?? '').trim();
}

/** The first of an element's attributes that has a value; '' where none has. */
export function firstAttribute(element: Element, ...names: readonly string[]): string {
  return names.map((name) => attribute(element, name)).find(Boolean) ?? '';
}

/** The names of an element's attributes. */
export function attributeNames(element: Element): string[] {
  return Element.prototype.getAttributeNames.call(element);
}

/** Whether an attribute is there at all, with whatever value. */
export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

/** An attribute that holds whole pixels, as `640` or `640px`; 0 for anything else, such as `100%`. */
export function pixelAttribute(element: Element, name: string): number {
  const match = /^(\d{1,5})(?:\.\d+)?(?:px)?$/.exec(attribute(element, name));
  return match ? Number(match[1]) : 0;
}

/** The address that relative addresses of the document start from. */
export function baseOf(document: Document): string {
  return Reflect.get(Document.prototype, 'baseURI', document) ?? '';
}

/** The document's own address. */
export function urlOf(document: Document): string {
  return Reflect.get(Document.prototype, 'URL', document) ?? '';
}

/** The window of a document, or null when nobody shows it (a parsed one). */
export function viewOf(document: Document): (Window & typeof globalThis) | null {
  const view: unknown = Reflect.get(Document.prototype, 'defaultView', document);
  return (view ?? null) as (Window & typeof globalThis) | null;
}

/** Other elements that can have a shadow root. One that has is nearly always empty besides. */
const plainHosts = ':is(article, aside, div, main, p, section, span):empty';

/**
 * The shadow roots right below a root: of custom elements, and of empty ones that HTML lets have one. A null among them is
 * a place for a pause.
 */
export function* shadowsOf(
  root: Root,
  shadowOf: (element: Element) => ShadowRoot | null,
): Generator<ShadowRoot | null> {
  const all = elementsIn(root);
  for (let index = 0; index < maxElements; index += 1) {
    if (index % 1000 === 0) yield null;
    const element = all[index];
    if (!element) break;
    // No selector can tell a hyphen in a name.
    if (!/-/.test(element.localName) && !Element.prototype.matches.call(element, plainHosts))
      continue;
    const shadow = shadowOf(element);
    if (shadow) yield shadow;
  }
}

/** The open shadow root of an element, by the prototype: a form's field may have the name. */
export function openShadowOf(element: Element): ShadowRoot | null {
  const shadow: unknown = Reflect.get(Element.prototype, 'shadowRoot', element);
  return shadow instanceof ShadowRoot ? shadow : null;
}
