import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { root } from '../../../scripts/run.ts';

/** Requests of one kind to one host, as Chromium's own network process wrote them down while the tests ran. */
export interface Egress {
  /** Who asked: Tack's worker, views and documents; a page, and scripts of Tack in it; the person, going somewhere. */
  by: 'tack' | 'page' | 'person';
  /** What for, as the browser told the server (`Sec-Fetch-Dest`); `none` where nothing was sent. */
  for: string;
  /** Without its port, e.g. `uploads.localhost`. */
  host: string;
  /** The first part of the path, e.g. `/v5`. */
  path: string;
  count: number;
}

const folder = path.join(root, '.output/test/net-logs');

/** What all logs of the last e2e run come to. */
export const egressFile = path.join(root, '.output/test/egress.json');

/** Names the variable that tells the tests' processes where browsers write what they send; unset outside the e2e run. */
const VARIABLE = 'TACK_NET_LOGS';

/** Has every browser that is started from now on write down each of its requests. Forgets those of the last run. */
export async function recordEgress(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rm(egressFile, { force: true });
  await mkdir(folder, { recursive: true });
  process.env[VARIABLE] = folder;
}

/**
 * Gives the switch that has a browser write its log of requests. The browser's network process sees those of every
 * target from its first moment, the worker's and the offscreen document's too, which a debugger meets late or never.
 */
export function netLogSwitches(debugPort: number): string[] {
  const to = process.env[VARIABLE];
  return to ? [`--log-net-log=${path.join(to, `${debugPort}-${Date.now()}.json`)}`] : [];
}

/** Adds up what all browsers of the run sent, writes it down, and deletes the logs; `tack` is the extension's origin. */
export async function gatherEgress(tack: string): Promise<void> {
  const all = new Map<string, Egress>();
  for (const name of await readdir(folder)) {
    const lines = createInterface({ input: createReadStream(path.join(folder, name)) });
    for (const row of await readNetLog(lines, tack)) {
      const key = JSON.stringify({ ...row, count: 0 });
      all.set(key, { ...row, count: (all.get(key)?.count ?? 0) + row.count });
    }
  }
  const rows = [...all.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, row]) => row);
  await writeFile(egressFile, JSON.stringify(rows, null, 2));
  await rm(folder, { recursive: true, force: true });
}

interface Sent {
  initiator: string;
  type: string;
  urls: string[];
  dest?: string;
}

interface NetEvent {
  source?: { id: number };
  params?: { initiator?: string; request_type?: string; url?: string };
}

/** Reads a log, an event a line; the last may be cut where the browser was killed. */
export async function readNetLog(
  lines: AsyncIterable<string> | Iterable<string>,
  tack: string,
): Promise<Egress[]> {
  const bySource = new Map<number, Sent>();
  for await (const line of lines) {
    const isRequest = line.includes('"initiator"') && line.includes('"request_type"');
    const dest = /Sec-Fetch-Dest: (\w+)/i.exec(line)?.[1];
    const event = isRequest || dest ? parse(line) : undefined;
    const id = event?.source?.id;
    if (id === undefined) continue;
    const sent = bySource.get(id);
    const { initiator, request_type: type, url } = event?.params ?? {};
    if (sent && dest) sent.dest ??= dest;
    if (sent && url && initiator !== undefined) sent.urls.push(url); // sent on to another address
    else if (!sent && url && initiator !== undefined)
      bySource.set(id, { initiator, type: type ?? '', urls: [url] });
  }
  return [...bySource.values()].flatMap((sent) => egressOf(sent, tack));
}

function parse(line: string): NetEvent | undefined {
  try {
    return JSON.parse(line.replace(/,\s*$/, '')) as NetEvent;
  } catch {
    return undefined;
  }
}

function egressOf({ initiator, type, urls, dest = 'none' }: Sent, tack: string): Egress[] {
  const isTack = initiator === tack;
  const by = isTack ? 'tack' : askerOf(initiator, type);
  if (!by) return [];
  return urls.map((url) => {
    const { hostname, pathname } = new URL(url);
    return { by, for: dest, host: hostname, path: /^\/[^/]*/.exec(pathname)?.[0] ?? '/', count: 1 };
  });
}

/** Only what the browser asks for itself, such as whether there is an update of it, is begun by no origin and no page. */
function askerOf(initiator: string, type: string): Egress['by'] | null {
  if (initiator !== 'not an origin') return 'page';
  return type === 'main frame' ? 'person' : null;
}
