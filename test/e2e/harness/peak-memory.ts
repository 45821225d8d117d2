import { readdir, readFile } from 'node:fs/promises';

/** The most memory, MB, that a process of extensions of this browser has had at once; null where the system does not tell. */
export async function peakOfExtensions(browserPid: number): Promise<number | null> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name));
  const facts = await Promise.all(pids.map(read));
  const parents = new Map(facts.map(({ pid, parent }) => [pid, parent]));
  const isOfBrowser = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === browserPid) return true;
    return false;
  };
  const peaks = facts
    .filter(({ pid, isForExtensions }) => isForExtensions && isOfBrowser(pid))
    .map(({ peakMb }) => peakMb);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

async function read(name: string) {
  const [status, command] = await Promise.all(
    ['status', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
  );
  const number = (key: string) =>
    Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status ?? '')?.[1] ?? 0);
  return {
    pid: Number(name),
    parent: number('PPid'),
    peakMb: Math.round(number('VmHWM') / 1024),
    isForExtensions: (command ?? '').includes('--extension-process'),
  };
}
