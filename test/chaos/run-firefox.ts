import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { buildFor } from '../e2e/harness/build.ts';
import { between } from '../pinterest/random.ts';
import { type LocalPinterest, startPinterest } from '../pinterest/server.ts';
import { type Hands, type JobRow, readJobRows, Refused, writeStaged } from './driver.ts';
import { Firefox, type FirefoxOptions } from './firefox.ts';
import { makePicture } from './pictures.ts';
import { type Disturbance, faultOf, isBlow, planDisturbance } from './plan.ts';
import { type Promised, stageOf } from './publish.ts';
import { type ChaosOptions, OWNER } from './run.ts';
import { attend, type Disturb, drain, scopes } from './settle.ts';
import { judge, type Verdict } from './verdict.ts';

/** What needs Chromium's own debugger: a worker, a renderer, a quota and a clock that can be taken hold of. */
const notHere: ReadonlySet<Disturbance> = new Set<Disturbance>([
  'stop-worker',
  'kill-renderer',
  'reload',
  'quota',
  'clock-jump',
]);

/** As `runChaos`, in Firefox: pictures of the person's own, queued as rows of a CSV are, for which no page has to be open. */
export async function runInFirefox(options: ChaosOptions): Promise<Verdict> {
  const { seed, jobs, kills = 0, say } = options;
  const among = kills > 0 ? (['kill-browser'] as const) : options.among;
  say(`not in Firefox: ${[...notHere].join(', ')}; carousels, videos and saves`);
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-chaos-'));
  const pinterest = await startPinterest({ port: 0, pins: 600 });
  const { port, app } = pinterest;
  const target = { port, app, outDir: '.output/chaos', paceMs: 20, browser: 'firefox' } as const;
  const extensionDir = await buildFor(target);
  const driver = new FirefoxHands({ extensionDir, profileDir });
  try {
    const accessToken = pinterest.signIn(scopes).access.value;
    await driver.ask('account/paste', { accessToken, environment: 'production' });
    const disturb = disturber(driver, pinterest, { seed, among });
    const promised: Promised[] = [];
    for (let index = 0; index < jobs; index += 1) {
      const [promise, name] = await Promise.all([
        publishRow(driver, pinterest, { seed, index }),
        disturb(),
      ]);
      promised.push(promise);
      say(`${index + 1}/${jobs} queued, ${name}`);
      if (index % 5 === 0) await attend(driver, pinterest, promised);
    }
    const more = kills > 0 ? kills : jobs / 2;
    const rows = await drain({ driver, pinterest, promised, say, disturb, more });
    return await judge(pinterest, promised, rows, OWNER);
  } finally {
    await driver.kill();
    await pinterest.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Hands at a Firefox that is started, and started again, when it is needed. */
class FirefoxHands implements Hands {
  readonly #options: FirefoxOptions;
  #firefox: Promise<Firefox> | null = null;

  constructor(options: FirefoxOptions) {
    this.#options = options;
  }

  async kill(): Promise<void> {
    const firefox = await this.#firefox?.catch(() => null);
    this.#firefox = null;
    await firefox?.kill();
  }

  /** Runs an expression in a view of Tack; again in a new one where that was lost meanwhile. */
  async run<Value>(expression: string): Promise<Value> {
    for (let tries = 0; ; tries += 1) {
      try {
        this.#firefox ??= Firefox.start(this.#options);
        const firefox = await this.#firefox;
        return await firefox.evaluate<Value>(expression);
      } catch (error) {
        if (tries === 10) throw error;
        await this.kill();
      }
    }
  }

  async ask<Answer>(type: string, ask: object): Promise<Answer> {
    const wire = await this.run<
      { ok: true; value: Answer } | { ok: false; error: { code: string } }
    >(`browser.runtime.sendMessage(${JSON.stringify({ type, ask })})`);
    if (!wire.ok) throw new Refused(wire.error.code);
    return wire.value;
  }

  jobs(): Promise<JobRow[]> {
    return this.run(`(${readJobRows.toString()})()`);
  }
}

/** Queues a picture as a row of a CSV, again until Tack says that it is there. */
async function publishRow(
  driver: FirefoxHands,
  pinterest: LocalPinterest,
  { seed, index }: { seed: string; index: number },
): Promise<Promised> {
  const { boards } = stageOf(pinterest, OWNER);
  const { id: boardId, name: boardName } = boards[index % boards.length]!;
  const mark = `Chaos ${seed}-${index}`;
  const picture = await makePicture(mark);
  const id = `csv-${createHash('sha256').update(seed).digest('hex').slice(0, 16)}-${index}`;
  const board = { boardId, boardName, sectionId: null, sectionName: null };
  const words = {
    title: mark,
    description: '',
    altText: '',
    link: `https://kitchen.example/${index}`,
  };
  for (let tries = 0; ; tries += 1) {
    try {
      const bytes = JSON.stringify(picture.bytes.toString('base64'));
      const staged = await driver.run<string>(`(${writeStaged.toString()})(${bytes})`);
      const imageUrl = `staged:${staged}`;
      await driver.ask('csv/row', { id, ...words, board, imageUrl, when: null, confirmed: false });
      return { jobId: id, kind: 'image', mark, boardId, pictures: [picture], film: null };
    } catch (error) {
      if (!(error instanceof Refused) || tries === 30) throw error;
      await attend(driver, pinterest, []);
      await sleep(200);
    }
  }
}

function disturber(
  driver: FirefoxHands,
  pinterest: LocalPinterest,
  { seed, among }: { seed: string; among: readonly Disturbance[] },
): Disturb {
  const here = among.filter((name) => !notHere.has(name));
  let count = 0;
  return async () => {
    const name = planDisturbance(seed, count, here);
    const key = `${seed} ${count}`;
    count += 1;
    if (!isBlow(name)) pinterest.faults.add(faultOf(name, key));
    else if (name === 'kill-browser') {
      await sleep(between(`${key} moment`, 0, 1500));
      await driver.kill();
    } else pinterest.expireTokens(name === 'expire-token' ? 'access' : 'all');
    return name;
  };
}
