import { readWithin } from './read-within';
import { kindOf } from './url-policy';

/** Why bytes could not be had; `status` is 0 where the site gave no answer. */
export type FetchedBytes =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; status: number };

/**
 * Reads a picture from its site, for a host that the person granted. Without cookies, over https only, and never from an
 * address of this machine or its network: a page could else read through Tack what it can't reach itself
 * (research/security-reliability.md, server-side request forgery).
 */
export async function fetchBytes(
  url: string,
  { fetch, limit, signal }: { fetch: typeof globalThis.fetch; limit: number; signal: AbortSignal },
): Promise<FetchedBytes> {
  if (!isPublic(url)) return { ok: false, status: 0 };
  const response = await fetch(url, {
    credentials: 'omit',
    redirect: 'follow',
    headers: { accept: 'image/jpeg,image/png,image/webp,image/avif,image/*;q=0.8' },
    signal,
  }).catch(() => null);
  if (!response?.body) return { ok: false, status: response?.status ?? 0 };
  // Where it was sent on to counts as well. On the way there only https is followed: the extension's own security policy
  // holds for each step.
  if (!response.ok || !isPublic(response.url || url)) {
    await response.body.cancel();
    return { ok: false, status: response.status };
  }
  // A connection may end in the middle.
  const { whole } = await readWithin(response.body, limit).catch(() => ({ whole: null }));
  return whole ? { ok: true, bytes: whole } : { ok: false, status: response.status };
}

const isPublic = (url: string) => kindOf(url) === 'public';
