const PREFIX = 'tack-upload-';

/** Names the Web Lock that an upload holds as long as it lives, in whichever document (research/mv3-uploads.md §2). */
export const leaseOf = (jobId: string): string => PREFIX + jobId;

/** Gives the jobs whose upload goes on at this moment. */
export async function runningUploads(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name] : []));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}
