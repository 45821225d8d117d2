import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { findCommand, hasHands } from '../../../scripts/browser.mjs';

/** An X display of our own: nobody else takes its focus, so popups stay open and keys go where they should. */
export interface Display {
  /** Its name as in $DISPLAY, e.g. `:100`. */
  name: string;
  /** Presses keys as a hand would, by xdotool's names, e.g. `Up`, `Return`, `alt+shift+p`. */
  press: (...keys: readonly string[]) => Promise<void>;
  /** The ids of all windows: an open menu is one. */
  listWindows: () => Promise<string[]>;
  close: () => Promise<void>;
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}

/** Reads the number that Xvfb writes once it listens; with -displayfd it finds a free one itself. */
async function startServer() {
  const server = spawn(
    findCommand('Xvfb') ?? 'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1360x960x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [chunk] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { server, name: `:${chunk.toString().trim()}` };
}

/** Gives the lines that it prints. */
async function xdotool(name: string, args: readonly string[]): Promise<string[]> {
  const hand = spawn('xdotool', args, {
    env: { ...process.env, DISPLAY: name },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  hand.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(hand, 'close');
  return output.split('\n').filter(Boolean);
}

/** Starts Xvfb with a window manager, or gives undefined where they are not installed. */
export async function startDisplay(): Promise<Display | undefined> {
  if (process.platform !== 'linux' || !hasHands()) return undefined;
  const { server, name } = await startServer();
  const manager = spawn('openbox', { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
  // A run that dies must not leave a display behind.
  const stopBoth = () => [manager, server].forEach((child) => child.kill());
  process.once('exit', stopBoth);
  return {
    name,
    press: async (...keys) => {
      await xdotool(name, ['key', '--clearmodifiers', '--delay', '40', ...keys]);
    },
    listWindows: () => xdotool(name, ['search', '--onlyvisible', '--maxdepth', '1', '--name', '']),
    async close() {
      process.off('exit', stopBoth);
      await stop(manager);
      await stop(server);
    },
  };
}
