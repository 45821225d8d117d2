import { isLocked, readAccount } from '../../lib/auth/vault';
import { noteError } from '../../lib/diagnostics/last-errors';
import { AppError } from '../../lib/errors';
import { sha256OfText } from '../../lib/media/hash';
import { closeOffscreen } from '../../lib/media/offscreen';
import { badgeOf, showBadge } from '../../lib/outbox/badge';
import { copyJobs, copyResting } from '../../lib/outbox/copies';
import { forgetEnded } from '../../lib/outbox/ended';
import { addHistory } from '../../lib/outbox/history';
import { noteImageIds, withImageId } from '../../lib/outbox/image-ids';
import { lanes } from '../../lib/outbox/lanes';
import { notifyOf } from '../../lib/outbox/notify';
import { prepareMedia, readPrepared } from '../../lib/outbox/prepare';
import { createRunner } from '../../lib/outbox/run';
import { readSchedule } from '../../lib/outbox/schedule-settings';
import { resumeSignedIn } from '../../lib/outbox/signed-in';
import type { Job, JobMedia } from '../../lib/outbox/types';
import { updateWhenIdle } from '../../lib/outbox/update';
import { runningUploads } from '../../lib/outbox/upload-lease';
import { createUploader } from '../../lib/outbox/uploader';
import { keepAwake, scheduleWake } from '../../lib/outbox/wake';
import { holdMissed, noteSeen } from '../../lib/outbox/when';
import { clockOffset } from '../../lib/storage/items';
import { clientOf, isOnline } from './world';

/** The runner of the outbox, with all that it needs of the world. */
export const runner = createRunner({
  async clientFor(accountId) {
    const account = await readAccount(accountId);
    if (!account?.tokens) throw new AppError('auth/signed-out', undefined);
    return clientOf(account, lanes);
  },
  prepare: async (job) => withImageId(job, await prepareMedia(job)),
  readPrepared,
  isOnline,
  uploader: createUploader(() => void runner.reconcile()),
  serverNow: async () => Date.now() + (await clockOffset.getValue()),
  async onCreated(job, pinId) {
    await addHistory(await historyOf(job, pinId));
    await noteImageIds(job);
  },
  async onHeld(job) {
    if (job.pause?.kind === 'held') await noteError('outbox', job.pause.because);
    await notifyOf(job); // and the badge, set when the runner comes to rest
  },
  async onBegin(open) {
    await holdMissed(open);
    await resumeSignedIn(open);
    void copyResting(open).catch(() => undefined); // tried again when the runner comes to rest
  },
  onEnded: forgetEnded,
  spacingMs: async () => (await readSchedule()).settings.createSpacingSeconds * 1000,
  sendPausedUntil: () => lanes.pausedUntil('org_write'),
  keepAwake: (work) => keepAwake(work, () => void noteSeen()),
  async onIdle(jobs, wakeAt) {
    await noteSeen();
    void copyJobs(jobs).catch(() => undefined); // tried again the next time
    await showBadge(badgeOf(jobs));
    if (!import.meta.env.FIREFOX) await closeOffscreen(isUploading);
    await scheduleWake(wakeAt, () => void runner.reconcile());
    await updateWhenIdle(isUploading);
  },
  isLocked,
  async onStill() {
    await showBadge({ text: '!', needsPerson: true });
    await updateWhenIdle(isUploading); // rows of a newer Tack may be why it is still
  },
});

const isUploading = async () => (await runningUploads()).size > 0;

async function historyOf(job: Job, pinId: string) {
  const { id, accountId, content, media, pageUrl, pictureHashes } = job;
  return {
    version: 1 as const,
    pinId,
    jobId: id,
    accountId,
    boardId: content.boardId,
    pageHash: await sha256OfText(pageUrl),
    imageHash: hashOf(media),
    ...(pictureHashes ? { pictureHashes } : {}),
    linkHash: await sha256OfText(content.link),
    at: Date.now(),
  };
}

/** A carousel is known by its cover. */
function hashOf(media: JobMedia): string | null {
  const cover = media.kind === 'carousel' ? media.items[0] : media;
  return cover?.kind === 'bytes' || cover?.kind === 'video' ? cover.sha256 : null;
}
