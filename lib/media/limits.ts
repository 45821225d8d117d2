/**
 * What Pinterest takes of a picture, and what Tack takes on.
 * Numbers from Pinterest's help pages are marked (help); their API's description names no size.
 */

/** Bytes of a picture (help: "20 MB" in a browser). Taken as millions, the smaller of the two meanings. */
export const maxImageBytes = 20_000_000;

/** Pixels of a picture that Tack decodes: 160 MB in memory. A PNG of 48 kB can claim 400 million. */
export const maxImagePixels = 40_000_000;

/** Pixels a side; what is smaller Pinterest's save tools have always left out. The API says "too small" without a number. */
export const minImageSide = 80;

/** Pixels of the long side when a picture has to lose size to fit `maxImageBytes`. Feeds show 1,000 px of width at most. */
export const fallbackLongSides: readonly number[] = [4_000, 2_000];

/** Pixels of the long side that a drawing (SVG) gets at least; it is sharp at any size. (help: 1000 × 1500 is recommended) */
export const drawingLongSide = 1_500;

/** JPEG quality of converted pictures, 0 to 1. */
export const jpegQuality = 0.92;
