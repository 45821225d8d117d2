/** Every reader of elements. The order is the order of findings of the same size. */
import type { Reader } from './finding';
import { backgroundReader, lazyBackgroundReader } from './read-background';
import {
  noscriptReader,
  pinMediaReader,
  posterReader,
  preloadReader,
  replacedReader,
  saveLinkReader,
} from './read-elements';
import { imageReader } from './read-image';

export const readers: readonly Reader[] = [
  imageReader,
  noscriptReader,
  posterReader,
  replacedReader,
  pinMediaReader,
  saveLinkReader,
  preloadReader,
  lazyBackgroundReader,
  backgroundReader,
];
