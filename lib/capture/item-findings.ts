/** The pictures that a page's structured data names. */
import { findingOf, rank, sourceOf } from './finding';
import type { Finding } from './finding';
import type { Item } from './items';
import { imagesOf, subjectsOf } from './main-item';
import type { About } from './main-item';

/** Pictures of one thing: more are crops of the first, or a gallery that the page shows anyway. */
const maxOfItem = 12;

/** Findings of the things that a page is about, those of the most telling one first. */
export function itemFindings(items: readonly Item[], base: string, about: About): Finding[] {
  const subjects = subjectsOf(items, about);
  const seen = new Set<string>();
  return subjects.flatMap(({ item, weight }) => {
    const images = imagesOf(item, base).slice(0, maxOfItem);
    return images.flatMap(({ address, width, height, caption }, index) => {
      const source = sourceOf(address, 'page data', { base, width, height, guess: 1000 });
      if (!source || seen.has(source.url)) return [];
      seen.add(source.url);
      // A page that names a file means it, also one called a placeholder; a small one in an address is what waits there.
      if (!source.url.startsWith('data:')) source.rank = rank.shown;
      const share = index === 0 ? 1 : 0.2;
      return [{ ...findingOf([source]), alt: caption, weight: weight * share }];
    });
  });
}
