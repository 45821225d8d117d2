import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a finished command left: whether it exited with 0, and all it said, in the order it said it. */
export interface CommandResult {
  ok: boolean;
  output: string;
  stdout: string;
}

interface RunOptions {
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** The folder that all commands run in. */
export const root = path.join(import.meta.dirname, '..');

const withLocalTools = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  PATH: [path.join(root, 'node_modules/.bin'), env['PATH']].join(path.delimiter),
  FORCE_COLOR: '0',
});

/** Runs a command in the project's folder, with the project's own tools first, no input and its output kept. */
export function run(
  command: string,
  args: readonly string[],
  { env = {}, signal }: RunOptions = {},
): Promise<CommandResult> {
  const { promise, resolve } = Promise.withResolvers<CommandResult>();
  const child = spawn(command, args, {
    cwd: root,
    env: withLocalTools({ ...process.env, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    ...(signal ? { signal } : {}),
  });
  let output = '';
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.on('error', (error) => resolve({ ok: false, output: output + error.message, stdout }));
  child.on('close', (code) => resolve({ ok: code === 0, output, stdout }));
  return promise;
}
