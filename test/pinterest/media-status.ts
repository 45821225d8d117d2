import type { MediaStatus, MediaUpload } from './types.ts';

/** Tells how far an upload is: `processing` lasts `processingMs` after the file arrived, and only what was registered succeeds. */
export function statusOf(upload: MediaUpload, processingMs: number, now = Date.now()): MediaStatus {
  const { received } = upload;
  if (!received) return 'registered';
  if (now < received.receivedAt + processingMs) return 'processing';
  return received.isUsable ? 'succeeded' : 'failed';
}
