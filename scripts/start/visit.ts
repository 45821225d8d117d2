import type { LocalPinterest } from '../../test/pinterest/server.ts';

/** What `npm start` has made ready. */
export interface Visit {
  pinterest: LocalPinterest;
  extensionDir: string;
  profileDir: string;
  signal: AbortSignal;
}
