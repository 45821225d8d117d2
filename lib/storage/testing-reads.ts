import { vi } from 'vitest';

/** Counts the rows that are read from all databases from now on, keys alone not counted, until the test restores its mocks. */
export function countReadRows(): () => number {
  let count = 0;
  for (const place of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const method of ['get', 'getAll'] as const) {
      const read = place[method] as (...args: unknown[]) => IDBRequest<unknown>;
      vi.spyOn(place, method).mockImplementation(function (this: unknown, ...args: unknown[]) {
        const request = read.apply(this, args);
        request.addEventListener('success', () => (count += rowsIn(request.result)));
        return request as never;
      });
    }
  }
  return () => count;
}

function rowsIn(result: unknown): number {
  if (Array.isArray(result)) return result.length;
  return result === undefined ? 0 : 1;
}
