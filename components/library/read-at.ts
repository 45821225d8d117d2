const since = new WeakMap<object, number>();

/**
 * Since when a list is as it is, ms of UTC: changes that were done before are in it. It is told by the list itself, whatever page
 * of the library it is shown by; 0 where there is none.
 */
export function useReadAt(list: object | undefined): number {
  if (!list) return 0;
  const at = since.get(list) ?? Date.now();
  since.set(list, at);
  return at;
}
