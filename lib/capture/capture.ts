import { findCandidates } from './candidates';
import { readDetails } from './details';
import { baseOf, viewOf } from './dom';
import { readMetas } from './metadata';
import type { Capture } from './types';

/**
 * Reads all that a page has to pin. It changes nothing in the page and asks nothing of the network.
 * `srcUrl` is the address of the image that the person chose; `target` then is its index in `images`, or null if it is
 * none that can be pinned (`file:`, `javascript:`). Never throws because of what a page contains.
 */
export function captureDocument(
  document: Document,
  { srcUrl }: { srcUrl?: string | undefined } = {},
): Capture {
  const metas = readMetas(document);
  const page = { document, base: baseOf(document), view: viewOf(document) };
  return { page: readDetails(document, metas), ...findCandidates(page, metas, srcUrl) };
}
