/** Bounds of what is read from a page: its author may be hostile, or just generous. */

/** The official save button takes pictures of more than 119 px a side; what is smaller is taken for an icon. */
export const minSide = 120;

/** Pictures in one capture. */
export const maxImages = 500;

/** Images that are read in one root: twice as many, as some are icons and some the same. */
export const maxRead = 1_000;

/** Elements looked at by one reader in one root (the document or a shadow root). */
export const maxElements = 50_000;

/** Shadow roots looked into. */
export const maxRoots = 1_000;

/** Code units of a text before it is cut to Pinterest's own limit: some room above the longest one (800). */
export const maxText = 5_000;

/** Code units of an http(s) address. Signed addresses of large services come close to 4,000. */
export const maxUrl = 8_192;

/** A `data:` address below this many code units holds a placeholder: a grey box, a blur, a pixel. */
export const minDataUrl = 2_000;

/** Code units of all addresses of a capture together. It travels as one message, and Chrome refuses one above 64 MiB. */
export const maxUrlTotal = 28_000_000;

/** Code units of one `data:` address: about 10 MB of picture, listed twice (as source and as shown). */
export const maxDataUrl = 14_000_000;

/** Code units of a `srcset`, and its entries. */
export const maxSrcset = 1_000_000;
export const maxSrcsetEntries = 100;

/** Code units of all `<noscript>` with pictures in one root: they are parsed at once. */
export const maxNoscript = 1_000_000;

/** Things in the structured data of a page, its scripts, and code units of one. */
export const maxItems = 2_000;
export const maxJsonLdScripts = 50;
export const maxJsonLd = 1_000_000;

/** Other addresses that a picture is told with. */
export const maxVersions = 10;

/** Findings between two pauses of the reading: each takes some microseconds. */
export const pauseEvery = 100;
