/** More than rounding and a clock that is set by the network every hour, ms. */
const SLACK_MS = 60_000;

/**
 * Whether the own clock was put back since something was written: it claims to be of the future. Times that were written
 * along with it (`until`, `askAt`) mean nothing then: what waited for seconds would wait for as long as the clock was wrong.
 *
 * @param writtenAt own clock at that time, ms of UTC
 * @param now own clock, ms of UTC
 */
export const wasPutBack = (writtenAt: number, now: number): boolean => writtenAt > now + SLACK_MS;
