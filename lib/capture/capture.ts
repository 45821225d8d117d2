import { toCandidates } from './candidates';
import { readDetails, titleOf } from './details';
import { baseOf, openShadowOf, urlOf, viewOf } from './dom';
import { rank, type Page } from './finding';
import { itemFindings } from './item-findings';
import { readItems } from './items';
import { isOf } from './main-item';
import { freshMetas, readMetas, shareFindings } from './metadata';
import { scan } from './scan';
import type { Capture } from './types';

export interface CaptureOptions {
  /** Address of the image that the person chose; `target` then is its index in `images`. */
  srcUrl?: string | undefined;
  /** Sees closed shadow roots as well where the browser lets a content script. */
  shadowOf?: Page['shadowOf'];
}

/**
 * Reads all that a page has to pin. It changes nothing in the page and asks nothing of the network. `target` is null if
 * the chosen image is none that can be pinned (`file:`, `javascript:`). Never throws because of what a page contains.
 */
export function captureDocument(document: Document, options: CaptureOptions = {}): Capture {
  const steps = captureSteps(document, options);
  const begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, readMs: performance.now() - begun };
  }
}

/** The page gets a turn after this long, in ms: most pages are read by then, and none is held up for 50. */
const SLICE_MS = 10;

/** As `captureDocument`, with pauses in which the page can draw and answer. It ends with its document. */
export async function captureInSlices(
  document: Document,
  options: CaptureOptions,
): Promise<Capture> {
  const steps = captureSteps(document, options);
  let begun = performance.now();
  let readMs = 0;
  for (;;) {
    const step = steps.next();
    const took = performance.now() - begun;
    if (step.done) return { ...step.value, readMs: readMs + took };
    if (took < SLICE_MS) continue;
    readMs += took;
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel(); // a timer waits 4 ms and more, and in a hidden tab a second
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- this begins to hear as well, and is said in fewer bytes
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    begun = performance.now();
  }
}

function* captureSteps(
  document: Document,
  { srcUrl, shadowOf = openShadowOf }: CaptureOptions,
): Generator<void, Omit<Capture, 'readMs'>> {
  const metas = readMetas(document);
  const page: Page = {
    document,
    base: baseOf(document),
    view: viewOf(document),
    shadowOf,
    plain: new Map(),
    asked: srcUrl,
  };
  yield;
  let items = yield* readItems(document);
  yield;
  const url = urlOf(document);
  const fresh = freshMetas(document, metas);
  const shared = shareFindings(page.base, metas);
  if (fresh !== metas) {
    items = items.filter((item) => isOf(item, url));
    for (const finding of shared) {
      // Perhaps a picture of the page before: the person can still choose it.
      finding.weight = 0;
      for (const source of finding.sources) source.rank = rank.shown;
    }
  }
  const said = [...shared, ...itemFindings(items, page.base, { url, title: titleOf(document) })];
  const found = yield* scan(page);
  const details = readDetails(document, fresh, items);
  yield;
  const candidates = yield* toCandidates([...found, ...said], page.base, srcUrl);
  return { page: details, ...candidates };
}
