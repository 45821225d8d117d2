/** How far an upload is. Told while it goes on, and kept nowhere. */
export interface UploadProgress {
  jobId: string;
  /** `checking`: its bytes are held against their hash before they leave. */
  phase: 'checking' | 'sending';
  done: number;
  total: number;
}

const CHANNEL = 'tack-uploads';
const EVERY_MS = 250;

/** Tells open views how far an upload is, a few times a second. It wakes no worker (research/mv3-uploads.md §2). */
export function progressTeller(jobId: string, total: number) {
  const channel = new BroadcastChannel(CHANNEL);
  let toldAt = 0;
  return {
    tell(phase: UploadProgress['phase'], done: number) {
      const now = Date.now();
      if (done < total && now - toldAt < EVERY_MS) return;
      toldAt = now;
      const progress: UploadProgress = { jobId, phase, done, total };
      channel.postMessage(progress);
    },
    close: () => channel.close(),
  };
}

/** Calls back as uploads go on, until `signal` aborts. */
export function watchUploads(
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<UploadProgress>) =>
    onProgress(event.data),
  );
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
