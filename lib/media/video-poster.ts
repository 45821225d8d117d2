import { defaultCoverMs } from './video-limits';

const LONG_SIDE = 480;
const WAIT_MS = 4_000;

/**
 * Draws a small picture of a video at a moment of it, for views; null where the browser cannot play it, though Pinterest
 * may.
 */
export async function posterOf(file: Blob, coverMs = defaultCoverMs): Promise<Blob | null> {
  const url = URL.createObjectURL(file);
  const video = document.createElement('video');
  video.muted = true;
  try {
    await onceShown(video, url, coverMs / 1000);
    const scale = Math.min(1, LONG_SIDE / Math.max(video.videoWidth, video.videoHeight));
    const canvas = new OffscreenCanvas(video.videoWidth * scale, video.videoHeight * scale);
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  } catch {
    return null;
  } finally {
    video.removeAttribute('src'); // lets go of the file
    URL.revokeObjectURL(url);
  }
}

function onceShown(video: HTMLVideoElement, url: string, seconds: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(reject, WAIT_MS);
  video.addEventListener('seeked', () => resolve(), { once: true });
  video.addEventListener('error', reject, { once: true });
  video.src = url;
  video.currentTime = seconds;
  return promise.finally(() => clearTimeout(timer));
}
