import type { EnvironmentName } from '../auth/types';
import { readAccount } from '../auth/vault';
import { imageIds, imageIdsRefused } from '../storage/late-items';
import type { Job, JobMedia } from './types';

/*
 * Images by id: an API summary of March 2026 says that an image can be registered, uploaded and made a pin by its id, as a
 * video is. Pinterest's description knows no such thing, so it is off until the person turns it on, and over for an environment
 * once that has refused an image which it then took with its bytes in the request.
 */

/** Says of a job's prepared picture how it goes to Pinterest. Carousels and what Pinterest fetches have one way only. */
export async function withImageId(
  { accountId }: Pick<Job, 'accountId'>,
  media: JobMedia,
): Promise<JobMedia> {
  if (media.kind !== 'bytes') return media;
  const { byId: _, ...facts } = media; // what was settled for another sending is none of this one's
  return (await isTaken(accountId)) ? { ...facts, byId: true } : facts;
}

async function isTaken(accountId: string): Promise<boolean> {
  if (!(await imageIds.getValue())) return false;
  const environment = await environmentOf(accountId);
  return environment !== null && !(await imageIdsRefused.getValue()).includes(environment);
}

/** Notes, of a job whose pin is there, that its environment took the image only with its bytes in the request. */
export async function noteImageIds({ accountId, media }: Job): Promise<void> {
  if (media.kind !== 'bytes' || media.byId !== false) return;
  const environment = await environmentOf(accountId);
  const refused = await imageIdsRefused.getValue();
  if (environment === null || refused.includes(environment)) return;
  await imageIdsRefused.setValue([...refused, environment]);
}

/** Turns images by id on or off. Turned on, they are tried anew everywhere. */
export async function setImageIds(on: boolean): Promise<void> {
  if (on) await imageIdsRefused.removeValue();
  await imageIds.setValue(on);
}

async function environmentOf(accountId: string): Promise<EnvironmentName | null> {
  return (await readAccount(accountId))?.view.environment ?? null;
}
