import { run, type CommandResult } from './run.ts';

/** The builds that there are; every check of what was built goes over these. */
export const targets = [
  { browser: 'chrome', folder: '.output/chrome-mv3', args: ['build'] },
  { browser: 'firefox', folder: '.output/firefox-mv3', args: ['build', '-b', 'firefox', '--mv3'] },
] as const;

/** A production build talks to Pinterest itself, whatever the shell's environment says. */
const pinterestItself = {
  WXT_API_URL: '',
  WXT_OAUTH_URL: '',
  WXT_UPLOAD_HOSTS: '',
  WXT_APP_ID: '',
  WXT_APP_SECRET: '',
  WXT_PACE: '',
  WXT_OUT_DIR: '.output',
};

/** Builds every target for Pinterest itself; gives the first that fails, or nothing. */
export async function buildTargets({
  env = {},
  ...options
}: {
  signal?: AbortSignal;
  env?: NodeJS.ProcessEnv;
}): Promise<CommandResult | undefined> {
  for (const { args } of targets) {
    const result = await run('wxt', args, { ...options, env: { ...env, ...pinterestItself } });
    if (!result.ok) return result;
  }
  return undefined;
}
