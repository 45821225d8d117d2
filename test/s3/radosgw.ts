import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';

import { run } from '../../scripts/run.ts';

/** Keys that open nothing but a gateway of this machine that lives for a minute. */
const credentials = {
  accessKeyId: 'LOCALGATEWAY00000000',
  secretAccessKey: 'local-gateway-secret',
};

/** A gateway that takes S3's requests, on a Ceph of one monitor and one store in memory. */
export interface Gateway {
  /** Its origin, no slash at the end. */
  url: string;
  bucket: string;
  client: S3Client;
  close(): Promise<void>;
}

/** Starts a gateway with an empty bucket; everything of it is in a folder that `close` removes. */
export async function startGateway(bucket: string): Promise<Gateway> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-s3-'));
  const daemons: ChildProcess[] = [];
  const close = async () => {
    for (const daemon of daemons.toReversed()) await end(daemon);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const place = { monitor: await freePort(), gateway: await freePort(), cluster: randomUUID() };
    await writeSettings(folder, place);
    await startCluster(folder, place, daemons);
    const url = `http://127.0.0.1:${place.gateway}`;
    await startRadosgw(folder, url, daemons);
    await createUser(folder);
    const client = new S3Client({
      endpoint: url,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials,
    });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    return { url, bucket, client, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Place {
  /** Ports of this machine. */
  monitor: number;
  gateway: number;
  /** The cluster's id: its map has to have the one of its settings, or the store is turned away. */
  cluster: string;
}

/** Nobody but this machine can reach it, so its parts trust each other; one copy of each object is enough. */
async function writeSettings(folder: string, { monitor, gateway, cluster }: Place): Promise<void> {
  for (const name of ['mon', 'osd', 'run']) await mkdir(path.join(folder, name));
  const lines = [
    '[global]',
    `fsid = ${cluster}`,
    `mon host = [v1:127.0.0.1:${monitor}]`,
    ...['cluster', 'service', 'client'].map((name) => `auth ${name} required = none`),
    'ms bind msgr2 = false',
    'public addr = 127.0.0.1',
    'osd pool default size = 1',
    'osd pool default min size = 1',
    'osd pool default pg num = 1',
    'osd pool default pgp num = 1',
    'osd pool default pg autoscale mode = off',
    'osd crush chooseleaf type = 0',
    'mon allow pool size one = true',
    `run dir = ${folder}/run`,
    `log file = ${folder}/$name.log`,
    `admin socket = ${folder}/run/$name.asok`,
    `keyring = ${folder}/keyring`,
    '[mon.a]',
    `mon data = ${folder}/mon`,
    'mon data avail crit = 0', // a full disk of the machine is not this test's matter
    '[osd.0]',
    'osd objectstore = memstore',
    // What it would ask the monitor at its start, now and then before it knows the cluster's id, and then ends.
    'osd class update on start = false',
    'osd crush update on start = false',
    'memstore device bytes = 268435456',
    `osd data = ${folder}/osd`,
    '[client.rgw.a]',
    `rgw frontends = beast endpoint=127.0.0.1:${gateway}`,
  ];
  await writeFile(settingsOf(folder), `${lines.join('\n')}\n`);
}

const settingsOf = (folder: string) => path.join(folder, 'ceph.conf');

async function startCluster(
  folder: string,
  { monitor, cluster }: Place,
  daemons: ChildProcess[],
): Promise<void> {
  const keyring = path.join(folder, 'keyring');
  const map = path.join(folder, 'monmap');
  const store = randomUUID();
  const call = (command: string, ...args: string[]) => must(folder, command, args);
  await call('ceph-authtool', '--create-keyring', keyring, '--gen-key', '-n', 'mon.');
  await call(
    'ceph-authtool',
    keyring,
    '--gen-key',
    '-n',
    'client.admin',
    '--cap',
    'mon',
    'allow *',
  );
  await call(
    'monmaptool',
    '--create',
    `--fsid=${cluster}`,
    '--addv',
    'a',
    `[v1:127.0.0.1:${monitor}]`,
    map,
  );
  await call('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map, '--keyring', keyring);
  daemons.push(foreground(folder, 'ceph-mon', ['-i', 'a']));
  await call('ceph', '--connect-timeout', '60', 'osd', 'new', store);
  await call('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
  await call('ceph', 'osd', 'crush', 'add', 'osd.0', '1.0', 'host=localhost', 'root=default');
  await startStore(folder, daemons);
}

function createUser(folder: string): Promise<void> {
  const { accessKeyId, secretAccessKey } = credentials;
  return must(folder, 'radosgw-admin', [
    'user',
    'create',
    '--uid=tack',
    '--display-name=Tack',
    `--access-key=${accessKeyId}`,
    `--secret-key=${secretAccessKey}`,
  ]);
}

async function must(folder: string, command: string, args: readonly string[]): Promise<void> {
  const env = { CEPH_CONF: settingsOf(folder) };
  const { ok, output } = await run(command, args, { env, signal: AbortSignal.timeout(120_000) });
  if (!ok) throw new Error(`${command} ${args[0]}: ${output.trim()}`);
}

/** Runs in the foreground, so that it is a child that can be ended. */
function foreground(folder: string, command: string, args: readonly string[]): ChildProcess {
  return spawn(command, ['-c', settingsOf(folder), '-f', ...args], { stdio: 'ignore' });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL'); // nothing of it is kept
  await gone;
}

/** It gives up where the cluster is not ready yet, and is begun again then. */
async function startRadosgw(folder: string, url: string, daemons: ChildProcess[]): Promise<void> {
  const start = () => {
    const child = foreground(folder, 'radosgw', ['-n', 'client.rgw.a']);
    daemons.push(child);
    return child;
  };
  let gateway = start();
  for (let tries = 0; tries < 240; tries += 1) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    await sleep(500);
    if (gateway.exitCode !== null) gateway = start();
  }
  throw new Error(`radosgw did not answer in two minutes.\n${await lastWords(folder)}`);
}

/** Waits until the store says that it is up; one that ended before that is begun again. */
async function startStore(folder: string, daemons: ChildProcess[]): Promise<void> {
  const env = { CEPH_CONF: settingsOf(folder) };
  for (let tries = 0; tries < 60; tries += 1) {
    if (tries === 0 || daemons.at(-1)?.exitCode !== null) {
      daemons.push(foreground(folder, 'ceph-osd', ['-i', '0']));
    }
    const { stdout } = await run('ceph', ['osd', 'stat', '--format', 'json'], { env });
    if (/"num_up_osds":\s*1/.test(stdout)) return;
    await sleep(500);
  }
  throw new Error(`The store of Ceph did not come up.\n${await lastWords(folder)}`);
}

async function lastWords(folder: string): Promise<string> {
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const texts = await Promise.all(logs.map((name) => readFile(path.join(folder, name), 'utf8')));
  return logs.map((name, index) => `${name}: ${texts[index]?.slice(-1500)}`).join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
