import { useMemo } from 'preact/hooks';

/** Since when a list is as it is, ms of UTC: changes that were done before are in it. */
export function useReadAt(list: unknown): number {
  // oxlint-disable-next-line react/exhaustive-deps -- told anew with every other list
  return useMemo(() => Date.now(), [list]);
}
