import { APART_MS } from '../drafts/on-boards';
import { readSchedule, rulesOf } from './schedule-settings';
import { atIntervals } from './slots';
import type { Publishing } from './when';

/**
 * Gives how the pins of one draft go out to its other boards, in their order: asked about already, and each as much later
 * than the one before as the person set. In slots each takes the next one. Quiet hours hold where the person chose more
 * than the minute that keeps alike pins from looking like spam.
 *
 * @param how of the draft's own pin
 * @param now own clock, ms of UTC
 */
export async function boardsApart(
  how: Publishing,
  count: number,
  now: number,
): Promise<Publishing[]> {
  const { when } = how;
  if (when?.kind === 'slot')
    return Array.from({ length: count }, () => ({ confirmed: true, when }));
  const { settings } = await readSchedule();
  const apartMs = settings.boardsApartMinutes * 60_000;
  const isSoon = apartMs <= APART_MS;
  const rules = isSoon ? { ...rulesOf(settings), quiet: null } : rulesOf(settings);
  const first = when ? Math.max(when.at, now) : now;
  const [, ...times] = atIntervals(rules, first, count + 1, apartMs);
  return times.map((at) =>
    !when && isSoon
      ? { confirmed: true, afterMs: at - first }
      : { confirmed: true, when: { kind: 'at', at } },
  );
}
