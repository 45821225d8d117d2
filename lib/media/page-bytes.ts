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
  const failed = (status: number, bytes = 0): PageBytes => {
    return { ok: false, reason: bytes ? 'too-large' : 'not-fetched', status, bytes };
  };
  try {
    const { ok, body, status, headers } = await fetch(url, { signal });
    if (!ok || !body) return failed(status);
    const { size, whole } = await readWithin(body, limit);
    if (whole) return { ok: true, base64: bytesToBase64(whole) };
    // Reading stopped at the limit; how large it is, only its header says.
    return failed(status, Math.max(size, Number(headers.get('content-length')) || 0));
  } catch {
    return failed(0); // another origin that does not let its pages read it, or no answer at all
  }
}
