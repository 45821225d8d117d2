import { packageSize } from '../../scripts/package-size.ts';
import type { Figure } from './capture.ts';

/** What an install takes: the package that is fetched, the languages apart, and its files on the disk. */
export async function benchFootprint(): Promise<Figure[]> {
  const { packed, texts, onDisk, files } = await packageSize();
  return [
    { name: 'install, package', value: kilobytes(packed), unit: 'kB' },
    { name: 'install, package without texts', value: kilobytes(packed - texts), unit: 'kB' },
    { name: 'install, on disk', value: kilobytes(onDisk), unit: 'kB' },
    { name: 'install, files', value: files, unit: 'count' },
  ];
}

const kilobytes = (bytes: number) => Math.round(bytes / 1000);
