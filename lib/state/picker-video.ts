import { bareImage } from '../capture/bare-image';
import type { ImageCandidate } from '../capture/types';
import { isVideoType } from '../media/video-limits';
import { stageBytes } from '../storage/staged';

/** Whether a file says that it is a video; some systems know no kind for MOV and M4V. */
export const isVideoFile = (file: Blob & { name?: string }): boolean =>
  isVideoType(file.type) || /\.(?:mp4|mov|m4v)$/i.test(file.name ?? '');

/**
 * Takes a video that the person brings along. It is probed before it is copied: what Pinterest does not take is said at
 * once.
 *
 * @throws AppError `media/video-*`, `storage/full`
 */
export async function videoOfFile(file: Blob): Promise<ImageCandidate> {
  const [{ probeVideo }, { posterOf }] = await Promise.all([
    import('../media/probe-video'),
    import('../media/video-poster'),
  ]);
  const { type, width, height } = await probeVideo(file);
  const poster = await posterOf(file);
  const url = await stageBytes(file);
  const shownUrl = poster ? URL.createObjectURL(poster) : '';
  return { ...bareImage(url, 'file'), type, width, height, shownUrl };
}
