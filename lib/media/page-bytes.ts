import type { PageBytes } from '../messages/page-protocol';
import { bytesToBase64 } from './base64';
import { readWithin } from './read-within';

/**
 * Reads an image in the page's own context: its cookies, its cache, its `blob:` addresses, and its rights.
 * The body is read as a stream and given up once it is too large; a header that lies costs nothing.
 */
export async function readPageBytes(
  url: string,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<PageBytes> {
  const failed = (status: number): PageBytes => ({
    ok: false,
    reason: 'not-fetched',
    status,
    bytes: 0,
  });
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) return failed(response.status);
    const bytes = await readWithin(response.body, limit);
    if (!bytes.whole) {
      // Reading stopped at the limit; how large it is, only its header says.
      const told = Number(response.headers.get('content-length')) || 0;
      const size = Math.max(bytes.size, told);
      return { ok: false, reason: 'too-large', status: response.status, bytes: size };
    }
    const type = response.headers.get('content-type') ?? '';
    return { ok: true, base64: bytesToBase64(bytes.whole), type };
  } catch {
    return failed(0); // another origin that does not let its pages read it, or no answer at all
  }
}
