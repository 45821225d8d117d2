// @vitest-environment node
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { findCommand } from '../../scripts/browser.mjs';
import { makeVideo } from '../../test/pinterest/videos';
import { probeVideo } from './probe-video';

vi.setConfig({ testTimeout: 60_000 }); // each makes a video

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tack-videos-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Options = Omit<Parameters<typeof makeVideo>[0], 'file'>;

const probed = async (name: string, options: Options = {}) => {
  const file = await makeVideo({ file: path.join(folder, name), ...options });
  return probeVideo(await openAsBlob(file));
};

describe.runIf(findCommand('ffmpeg'))('a video', () => {
  it.each([
    ['clip.mp4', 'video/mp4'],
    ['clip.mov', 'video/quicktime'],
    ['clip.m4v', 'video/mp4'],
  ])('is known by what is in it: %s', async (name, type) => {
    expect(await probed(name)).toEqual({ type, width: 270, height: 480, durationMs: 6000 });
  });

  it('is known though most of it is no film', async () => {
    expect(await probed('long.mp4', { padding: 3_000_000 })).toMatchObject({ durationMs: 6000 });
  });

  it.each<[string, string, Options, object]>([
    ['shorter than 4 s', 'media/video-length', { seconds: 3 }, { durationMs: 3000 }],
    ['wider than 1.91:1', 'media/video-shape', { width: 480, height: 150 }, { width: 480 }],
    ['of another codec', 'media/video-codec', { codec: 'mpeg4' }, { codec: 'mp4v' }],
  ])('is refused where it is %s', async (_, code, options, data) => {
    await expect(probed('no.mp4', options)).rejects.toMatchObject({ code, data });
  });

  it('is refused where it is in a container of another kind', async () => {
    const webm = probed('no.webm', { codec: 'libvpx' });

    await expect(webm).rejects.toMatchObject({ code: 'media/video-unreadable' });
  });
});

describe('what is no video', () => {
  it('is refused', async () => {
    const text = probeVideo(new Blob(['A text, which is no video, though it may be called one.']));

    await expect(text).rejects.toMatchObject({ code: 'media/video-unreadable' });
  });
});
