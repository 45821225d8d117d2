/*
 * When things are tried again. All waits go through `paced`, so that tests in a real browser can compress them
 * (`WXT_PACE=20` makes a minute three seconds); a product build has a pace of 1.
 */

const pace = Number(import.meta.env['WXT_PACE'] ?? 1) || 1;

/** Gives a wait in ms at this build's pace. */
export const paced = (ms: number): number => ms / pace;

const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/** Full jitter: a random wait up to a bound that doubles with each try, 15 minutes at most. */
export function backoffMs(attempts: number, random: () => number = Math.random): number {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
  return paced(FIRST_MS / 2 + random() * bound);
}

/** How long until it is looked whether there is a network again, at most. */
export const OFFLINE_MS = paced(45_000);

/** How long to wait before a board is read again for a pin that was not there, by how often it was not. */
export function nextLookMs(absences: number): number {
  return paced([5_000, 20_000, 90_000][absences - 1] ?? 180_000);
}

/** Two absences this far apart, and no sight of the pin, count as "not created". Listings lag, by a minute and a half (K05). */
export const ABSENCE_SPAN_MS = paced(100_000);

/** A read board shows a twin, if there is one, after this long. */
export const VERIFY_AFTER_MS = paced(60_000);

/** A pin with a time of its own that is later than this, because nobody was there to send it, is not sent unasked. */
export const MISSED_AFTER_MS = paced(5 * 60_000);

/** A board that could not be read for this long leaves the question to the person. */
export const GIVE_UP_LOOKING_MS = paced(24 * 3_600_000);

/** When Pinterest is first asked how far it is with a video. */
export const FIRST_ASK_MS = paced(5_000);

/** How long until it is asked again, by how long it has been at it (ms): seldom for what takes long. */
export const nextAskMs = (waitedMs: number): number =>
  Math.min(paced(150_000), Math.max(FIRST_ASK_MS, waitedMs / 3));

/** What Pinterest has not seen this long after it was uploaded is uploaded again. */
export const NOT_ARRIVED_MS = paced(120_000);

/** Most videos take a minute, some half an hour (research/pinterest-api.md §5). */
export const GIVE_UP_PROCESSING_MS = paced(3_600_000);

/** An image that Pinterest has worked on for this long goes in the request for its pin: that takes seconds. */
export const GIVE_UP_IMAGE_MS = paced(2 * 60_000);

/** When Pinterest is first asked how far it is with an image. */
export const FIRST_ASK_IMAGE_MS = paced(1_000);

/** How long until it is looked whether uploads that go on still do; they also say when they end. */
export const UPLOAD_LOOK_MS = paced(60_000);

/** Period of the one alarm that wakes the worker while jobs are open, in minutes. Chrome's floor is half a minute. */
export const WAKE_PERIOD_MINUTES = pace === 1 ? 1 : 1 / pace;
