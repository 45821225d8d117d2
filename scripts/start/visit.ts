import type { LocalPinterest } from '../../test/pinterest/server.ts';

/** What `npm start` has made ready. */
export interface Visit {
  pinterest: LocalPinterest;
  extensionDir: string;
  profileDir: string;
  /** Whether the tour takes the README's pictures anew. */
  isForReadme: boolean;
  signal: AbortSignal;
}
