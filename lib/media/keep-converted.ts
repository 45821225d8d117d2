import { AppError } from '../errors';
import { bytesName, readBytes, writeBytes } from '../storage/bytes';
import { convertImage } from './convert';
import type { Crop } from './crop';
import type { Frame } from './frame';
import { sha256 } from './hash';
import type { KeptImage } from './kept-image';
import { sniffImage } from './sniff';

/** Enough of a file to know what it is and how large. */
const HEADER_BYTES = 256 * 1024;

/** Which kept picture is converted, and the size it is brought to where it has to have a certain one. */
export interface ConvertTask {
  /** The draft or job. */
  id: string;
  /** Ends the names of its files; '' for a draft's own picture. */
  key: string;
  frame?: Frame;
  /** The part of it that is taken. */
  crop?: Crop;
}

/**
 * Converts `original` to JPEG or PNG and writes it as `prepared`. Needs a document for SVG.
 * @throws AppError `media/*`, `draft/no-image` where there is no original
 */
export async function keptConverter({ id, key, frame, crop }: ConvertTask): Promise<KeptImage> {
  const original = await readBytes(id, bytesName('original', key));
  if (!original) throw new AppError('draft/no-image', undefined);
  const sniffed = sniffImage(new Uint8Array(await original.slice(0, HEADER_BYTES).arrayBuffer()));
  if (!sniffed) throw new AppError('media/unreadable', undefined);
  const { blob, type, width, height } = await convertImage(original, sniffed, {
    signal: AbortSignal.timeout(30_000),
    frame,
    crop,
  });
  const size = await writeBytes(id, bytesName('prepared', key), blob);
  return { type, size, sha256: await sha256(blob), width, height };
}
