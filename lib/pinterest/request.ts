import type { Endpoint } from './endpoint';

/** Arrays that are sent once for each value. */
const REPEATED: ReadonlySet<string> = new Set(['pin_ids']);

/**
 * Builds the request of an operation: path parameters are filled in, the rest becomes the query of a GET or DELETE and
 * the JSON body of a POST or PATCH. Arrays in a query are joined by commas, but for
 * `pin_ids`, which the description wants once for each id (it has no `explode: false`, as `metric_types` does).
 */
export function toRequest(
  apiUrl: string,
  { method, path }: Pick<Endpoint<never, never>, 'method' | 'path'>,
  input: object,
  token: string,
): Request {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const url = new URL(apiUrl + filled);
  const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
  // Pinterest's cookies of the person's browser have no business here, nor has a cached answer.
  const base = {
    method,
    headers,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  } as const;
  if (method === 'GET' || method === 'DELETE') {
    for (const [name, value] of rest) {
      const values = [value].flat().map(String);
      const sent = REPEATED.has(name) ? values : [values.join(',')];
      for (const each of sent) url.searchParams.append(name, each);
    }
    return new Request(url, base);
  }
  headers.set('content-type', 'application/json');
  // As a Blob, which the browser reads by itself: a text of 2.7 MB (a picture of 2 MB) took 0.5 s longer to leave (docs/decisions/0017).
  const body = new Blob([JSON.stringify(Object.fromEntries(rest))]);
  return new Request(url, { ...base, body });
}
