/**
 * The attributes in which pages keep addresses of a picture. Each lazy loader and gallery has names of its own, so a name is
 * told by its words, and what it holds by its look: a list of names would know the libraries of one day only.
 */
import { attribute, attributeNames } from './dom';
import { hasImageEnding, looksLikeImageUrl } from './image-url';

/** An address, or several, with the name of the attribute that has it. */
export interface Kept {
  name: string;
  text: string;
  /** A `srcset`, the whole picture for zoom and galleries, an address to load later, or one that says little by its name. */
  role: 'set' | 'full' | 'lazy' | 'vague';
}

/** What may hold one. `src` is read for itself, and the author's wishes for pins are no addresses of this picture. */
const maybe = /^(?:data-(?!pin-)|nitro|lazy|_src|file$|zoomfile|original)|srcset$/;

/** Another picture than the one shown, or none. */
const decoy = /hover|back(?!g)|-alt|second|error|holder|icon|logo|share|author|video|poster|link/;

/** A smaller one, better than none. */
const small = /blur|lqip|low|prev|thumb|small|mobile/;

const full =
  /full|large|big|zoom|hi-?(?:res|dpi)|high|magnif|raw|retina|orig-file|original-src|mv-pin/;

/** These wait for nothing else but to be the picture's address. */
const lazy = /src|lazy|original$|echo|delayed|normal|b(?:ack)?g/;

/** What an element keeps besides its `src`, in the order in which it stands there. */
export function keptBy(element: Element): Kept[] {
  return attributeNames(element).flatMap((name): Kept[] => {
    if (!maybe.test(name) || decoy.test(name)) return [];
    const text = attribute(element, name);
    if (name.endsWith('set') || /\s\d+(?:\.\d+)?[wx]\s*(?:,|$)/.test(text))
      return text ? [{ name, text, role: 'set' }] : [];
    const isSmall = small.test(name);
    const role = isSmall ? 'vague' : full.test(name) ? 'full' : lazy.test(name) ? 'lazy' : 'vague';
    return [{ name, text, role }];
  });
}

/** Whether what is kept can be the address of one picture. A name without any word for pictures may hold anything else. */
export const isAddress = ({ name, text, role }: Kept): boolean =>
  role !== 'set' &&
  looksLikeImageUrl(text) &&
  (/src|im(?:g|age)/.test(name) || role === 'lazy' || hasImageEnding(text));
