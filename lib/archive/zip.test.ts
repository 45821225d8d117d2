// @vitest-environment node
import { unzipSync, Zip, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { isZip, unzip } from './unzip';
import { zipWriter } from './zip';

const files = {
  'outbox.json': new TextEncoder().encode('{"format":"tack"}'),
  'bytes/1/original': Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256),
  'bytes/ä ü/leer': new Uint8Array(),
};

async function readAll(zip: Blob): Promise<Record<string, Uint8Array>> {
  const found: Record<string, Uint8Array> = {};
  await unzip(
    zip,
    () => true,
    async (name, blob) => {
      found[name] = new Uint8Array(await blob.arrayBuffer());
    },
  );
  return found;
}

async function written(): Promise<Blob> {
  const writer = zipWriter();
  for (const [name, bytes] of Object.entries(files)) await writer.add(name, new Blob([bytes]));
  return writer.end();
}

it('is broken off where it unpacks to what no file of ours does', async () => {
  const bomb = zipSync({ 'outbox.json': new Uint8Array(50_000_000) }, { level: 9 });
  expect(bomb.length).toBeLessThan(100_000);
  await expect(readAll(new Blob([Uint8Array.from(bomb)]))).rejects.toMatchObject({
    code: 'archive/not-ours',
  });
});

/** As Tack wrote them before: sizes stand behind each file. */
function streamed(): Promise<Blob> {
  const { promise, resolve } = Promise.withResolvers<Blob>();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((_, data, isLast) => {
    parts.push(Uint8Array.from(data));
    if (isLast) resolve(new Blob(parts));
  });
  for (const [name, bytes] of Object.entries(files)) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return promise;
}

describe('an archive', () => {
  it('is what another program reads, with right checksums', async () => {
    const zip = await written();

    expect(await isZip(zip)).toBe(true);
    expect(unzipSync(new Uint8Array(await zip.arrayBuffer()))).toEqual(files);
  });

  it.each([
    ['by Tack', written],
    ['by Tack before', streamed],
    ['by another program, packed', async () => new Blob([Uint8Array.from(zipSync(files))])],
  ])('is read where it was made %s', async (_, make) => {
    expect(await readAll(await make())).toEqual(files);
  });

  it('is read only where its files are wanted', async () => {
    const names: string[] = [];
    await unzip(
      await written(),
      (name) => name === 'outbox.json',
      async (name) => void names.push(name),
    );
    expect(names).toEqual(['outbox.json']);
  });

  it('is not ours where it is cut off anywhere', async () => {
    const zip = await written();
    for (const size of [0, 4, 30, 1000, zip.size - 23, zip.size - 1]) {
      await expect(readAll(zip.slice(0, size))).rejects.toMatchObject({ code: 'archive/not-ours' });
    }
  });
});
