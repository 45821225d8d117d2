/** Which images of a page of thousands are read: to read one takes twenty times as long as to look where it stands. */
import { queryAll } from './dom';
import type { Root } from './dom';
import type { Page } from './finding';
import { maxRead } from './limits';

/** The first images are read wherever the person is: what the page is about stands at its top. */
const atTop = 200;

/**
 * The images of a root, in its order: where there are more than `maxRead`, the first ones, the one that is asked for, and
 * those nearest to what the person sees; of those that stand in one place all. A null among them is a place for a pause.
 */
export function* foremost(root: Root, { asked }: Page): Generator<Element | null> {
  let all = queryAll(root, 'img') as HTMLImageElement[];
  if (all.length > maxRead) {
    const away: number[] = []; // squared: what is above counts as what is below
    for (const [index, image] of all.entries()) {
      if (index % 1000 === 0) yield null;
      const isFirst = index < atTop || image.currentSrc === asked;
      away.push(isFirst ? 0 : image.getBoundingClientRect().top ** 2);
    }
    const furthest = away.toSorted((one, other) => one - other)[maxRead]!;
    all = all.filter((_, at) => away[at]! <= furthest);
  }
  yield* all;
}
