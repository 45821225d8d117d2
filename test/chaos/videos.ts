import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { findCommand } from '../../scripts/browser.mjs';
import { between } from '../pinterest/random.ts';
import { makeVideo } from '../pinterest/videos.ts';

/** A video that no other job has. */
export interface ChaosVideo {
  bytes: Buffer;
  sha256: string;
  width: number;
  height: number;
}

const [width, height] = [144, 256];
/** Room behind the film, in bytes: what fits into one packet could not be cut half-way. */
const ROOM = { from: 60_000, to: 160_000 } as const;

/** Makes one short film for a run, and gives a way to make others of it; null where there is no ffmpeg. */
export async function filmMaker(folder: string): Promise<((key: string) => ChaosVideo) | null> {
  if (!findCommand('ffmpeg')) return null;
  const file = await makeVideo({ file: path.join(folder, 'film.mp4'), seconds: 5, width, height });
  const film = await readFile(file);
  return (key) => {
    const bytes = Buffer.concat([film, freeBox(key)]);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), width, height };
  };
}

/** A part that players leave out, with a key's own bytes in it. */
function freeBox(key: string): Buffer {
  const box = Buffer.alloc(between(`${key} room`, ROOM.from, ROOM.to), `${key} `);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  return box;
}
