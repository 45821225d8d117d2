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

/** The value of an attribute, trimmed, or '' without it. */
export function attribute(element: Element, name: string): string {
  return (Element.prototype.getAttribute.call(element, name) ?? '').trim();
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

/** Elements that can have a shadow root: custom ones, and those that HTML names. */
const plainHosts = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

/** The shadow roots right below a root. */
export function shadowsOf(
  root: Root,
  shadowOf: (element: Element) => ShadowRoot | null,
): ShadowRoot[] {
  return queryAll(root, '*').flatMap((element) => {
    const { localName } = element;
    if (typeof localName !== 'string') return [];
    return localName.includes('-') || plainHosts.has(localName) ? (shadowOf(element) ?? []) : [];
  });
}

/** The open shadow root of an element, by the prototype: a form's field may have the name. */
export function openShadowOf(element: Element): ShadowRoot | null {
  const shadow: unknown = Reflect.get(Element.prototype, 'shadowRoot', element);
  return shadow instanceof ShadowRoot ? shadow : null;
}
