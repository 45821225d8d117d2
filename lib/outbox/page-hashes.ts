import { withoutTracking } from '../drafts/clean-link';
import { sha256OfText } from '../media/hash';

/** What a page is known by in Tack's history: its address as it stands, and without what only tracks. */
export const pageHashes = (url: string): Promise<string[]> =>
  Promise.all([...new Set([url, withoutTracking(url).url])].map(sha256OfText));
