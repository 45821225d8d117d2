/** Goes through a page with every reader, in steps small enough to leave the page its frames. */
import { queryAll, shadowsOf } from './dom';
import type { Root } from './dom';
import type { Finding, Page, Reader } from './finding';
import { maxRoots } from './limits';
import { readers } from './readers';

/** Elements between two pauses: each takes microseconds. */
const stepElements = 25;

/**
 * Everything that readers find in the document and its shadow roots. Yields now and then, so that whoever drives it can
 * give the page a turn.
 */
export function* scan(page: Page): Generator<void, Finding[]> {
  const findings: Finding[] = [];
  const roots: Root[] = [page.document];
  for (let index = 0; index < roots.length; index += 1) {
    const root = roots[index];
    if (!root) break;
    for (const reader of readers) {
      let read = 0;
      for (const element of elementsOf(root, reader, page)) {
        if ((read += 1) % stepElements === 0 || !element) yield;
        if (!element) continue;
        try {
          const found = reader.read(element, page);
          for (const finding of found) if (finding.sources.length > 0) findings.push(finding);
        } catch {
          // A page can break an element under the reader's hands; the others are as good as before.
        }
      }
      yield;
    }
    for (const shadow of shadowsOf(root, page.shadowOf)) {
      if (shadow && roots.length < maxRoots) roots.push(shadow);
      if (!shadow) yield;
    }
    yield;
  }
  return findings;
}

const elementsOf = (root: Root, { elements }: Reader, page: Page): Iterable<Element | null> =>
  typeof elements === 'string' ? queryAll(root, elements) : elements(root, page);
