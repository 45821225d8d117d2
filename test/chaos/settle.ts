import type { LocalPinterest } from '../pinterest/server.ts';
import type { Hands, JobRow } from './driver.ts';
import type { Promised } from './publish.ts';
import { pinsOf } from './verdict.ts';

/** When what is still open is taken for stuck, in ms. */
const PATIENCE_MS = 240_000;

/** What Tack asks Pinterest for. */
export const scopes = [
  'user_accounts:read',
  'boards:read',
  'boards:write',
  'pins:read',
  'pins:write',
];

/** Lets the next disturbance come, and names it. */
export type Disturb = () => Promise<string>;

interface Draining {
  driver: Hands;
  pinterest: LocalPinterest;
  promised: readonly Promised[];
  say: (line: string) => void;
  disturb: Disturb;
  /** How many more disturbances come while the jobs go out. */
  more: number;
}

/**
 * Lets every job come to its end, through more disturbances at first, and does what a person would. Gives the rows as they
 * are then.
 */
export async function drain(draining: Draining): Promise<JobRow[]> {
  const { driver, pinterest, promised, say, disturb } = draining;
  let left = draining.more;
  let until = performance.now() + PATIENCE_MS;
  for (;;) {
    await driver.ask('outbox/wake', {});
    const { rows, open, held } = await attend(driver, pinterest, promised);
    if (open === 0 || performance.now() > until) return rows;
    say(`${open} open, ${held} of them held`);
    if (left > 0) {
      left -= 1;
      await disturb();
      until = performance.now() + PATIENCE_MS;
    } else if (left > -1) {
      left = -1;
      pinterest.faults.clear(); // what nobody met meets nobody: the rest is to be quiet
    } else await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

/**
 * Does what a person would for the jobs that wait for them: signs in again where that is asked for, looks at the board where
 * Tack can't tell, and lets the others go on.
 */
export async function attend(
  driver: Hands,
  pinterest: LocalPinterest,
  promised: readonly Promised[],
): Promise<{ rows: JobRow[]; open: number; held: number }> {
  const rows = await driver.jobs();
  const open = rows.filter(({ stage }) => !['verified', 'cancelled'].includes(stage.name));
  const held = open.filter(({ pause }) => pause?.kind === 'held');
  // A pin that is made waits by itself where its twin can’t be looked for, and is held for nobody.
  if (open.some(({ pause }) => pause?.because.code.startsWith('auth/'))) {
    const accessToken = pinterest.signIn(scopes).access.value;
    // Pinterest may hold back this request as any other: then it is tried again at the next look.
    await driver
      .ask('account/paste', { accessToken, environment: 'production' })
      .catch(() => undefined);
  }
  // What waited for a sign-in goes on by itself: nobody presses “Try again” for it.
  const others = held.filter(({ pause }) => !pause?.because.code.startsWith('auth/'));
  for (const row of others) await letGoOn(driver, pinterest, promised, row);
  return { rows, open: open.length, held: held.length };
}

async function letGoOn(
  driver: Hands,
  pinterest: LocalPinterest,
  promised: readonly Promised[],
  { id, pause, undo }: JobRow,
): Promise<void> {
  const code = pause?.because.code ?? '';
  const promise = promised.find(({ jobId }) => jobId === id);
  if (code === 'outbox/unsure' && promise) {
    const found = pinsOf(pinterest, promise).length > 0;
    const answer = found ? 'there' : undo ? 'not-there' : 'send-again';
    await driver.ask('job/resolve', { jobId: id, answer }).catch(() => undefined);
    return;
  }
  await driver.ask('job/retry', { jobId: id }).catch(() => undefined);
}
