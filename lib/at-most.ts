/** Waits for work, and not longer than some ms: what it comes to, or that it fails, is for others to see. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, late]).catch(() => undefined);
  clearTimeout(timer);
}
