import { wasPutBack } from '../clock';

/** A pause of a rate category. Its two times are written together: the one says nothing where the other was lost. */
export interface LanePause {
  /** Milliseconds of UTC. */
  until: number;
  /** When it was written, by the own clock, ms of UTC. */
  writtenAt: number;
}

/** Until when a category is paused (ms of UTC, 0 if not): what a wrong clock wrote is no pause. */
export const untilOf = (pause: LanePause | undefined, now: number): number =>
  pause === undefined || wasPutBack(pause.writtenAt, now) ? 0 : pause.until;
