import { BlobSource, Input, MP4, QTFF, type InputVideoTrack } from 'mediabunny';

import { AppError } from '../errors';
import { maxVideoBytes, videoLengthMs, videoShape } from './video-limits';

/** What is known of a video by its own headers. Width and height are as it is seen, turned upright. */
export interface VideoFacts {
  type: string;
  width: number;
  height: number;
  durationMs: number;
}

const TAKEN: ReadonlySet<string | null> = new Set(['avc', 'hevc']);

/** Lengths in files are seldom whole: a hundredth beyond the limit is not held against a video. */
const ROUNDING_MS = 50;

/**
 * Reads what a video is and holds it to what Pinterest takes. Only its headers are read, wherever in the file they are,
 * so its size costs no memory.
 *
 * @throws AppError `media/video-*`
 */
export async function probeVideo(file: Blob): Promise<VideoFacts> {
  if (file.size > maxVideoBytes) {
    throw new AppError('media/video-too-large', { bytes: file.size, limit: maxVideoBytes });
  }
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF] });
  try {
    return await readFacts(input);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('media/video-unreadable', undefined, { cause: error });
  } finally {
    input.dispose();
  }
}

async function readFacts(input: Input): Promise<VideoFacts> {
  const { mimeType: type } = await input.getFormat();
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new AppError('media/video-unreadable', undefined);
  await requireCodec(track);
  const durationMs = Math.round((await input.computeDuration([track])) * 1000);
  const { from, to } = videoLengthMs;
  if (durationMs < from - ROUNDING_MS || durationMs > to + ROUNDING_MS) {
    throw new AppError('media/video-length', { durationMs });
  }
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  const shape = width / height;
  if (!(shape >= videoShape.from && shape <= videoShape.to)) {
    throw new AppError('media/video-shape', { width, height });
  }
  return { type, width, height, durationMs };
}

async function requireCodec(track: InputVideoTrack): Promise<void> {
  const codec = await track.getCodec();
  if (TAKEN.has(codec)) return;
  const named = codec ?? (await track.getInternalCodecId());
  throw new AppError('media/video-codec', { codec: typeof named === 'string' ? named : '?' });
}
