import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { test as base } from '@playwright/test';

import { type LocalPinterest, startPinterest } from '../pinterest/server.ts';
import type { Display } from './harness/display.ts';
import { startDisplay } from './harness/display.ts';
import { exchangesFile, type Lane, readLane } from './harness/lanes.ts';
import { Person } from './harness/person.ts';

interface TestFixtures {
  /** A person who installed Tack this moment: what it opened is still there. */
  newcomer: Person;
  /** A person with a fresh profile; signed out. */
  person: Person;
  /** A person whose account is connected: their profile is a copy of one that signed in by the consent window. */
  connected: Person;
}

/** A profile with a connected account, to be copied. */
interface SignedIn {
  profileDir: string;
  /** Lets the local Pinterest know the account's tokens again, after a reset. */
  restoreTokens: () => void;
}

interface WorkerFixtures {
  lane: Lane;
  /** The local Pinterest of this worker, without its content as the seed left it before each test. */
  pinterest: LocalPinterest;
  /** A display of this worker's own; undefined where Xvfb is missing, and then everything is headless. */
  display: Display | undefined;
  signedIn: SignedIn;
}

const makeFolder = () => mkdtemp(path.join(os.tmpdir(), 'tack-profile-'));
const removeFolder = (dir: string) => rm(dir, { recursive: true, force: true, maxRetries: 5 });

export const test = base.extend<TestFixtures & { freshPinterest: void }, WorkerFixtures>({
  lane: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
    async ({}, use, { parallelIndex }) => use(await readLane(parallelIndex)),
    { scope: 'worker' },
  ],
  pinterest: [
    async ({ lane }, use, { workerIndex }) => {
      const recordFile = exchangesFile(workerIndex);
      const pinterest = await startPinterest({ port: lane.port, recordFile, processingMs: 200 });
      await use(pinterest);
      await pinterest.close();
    },
    { scope: 'worker' },
  ],
  display: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const display = await startDisplay();
      await use(display);
      await display?.close();
    },
    { scope: 'worker' },
  ],
  signedIn: [
    async ({ lane, pinterest, display }, use) => {
      const profileDir = await makeFolder();
      const person = await Person.arrive({ extensionDir: lane.extensionDir, profileDir, display });
      await person.connect(await person.visit(pinterest.pages.recipe));
      await person.leave();
      await use({ profileDir, restoreTokens: pinterest.saveTokens() });
      await removeFolder(profileDir);
    },
    { scope: 'worker' },
  ],
  freshPinterest: [
    async ({ pinterest }, use) => {
      pinterest.reset();
      await use();
    },
    { auto: true },
  ],
  newcomer: async ({ lane, display }, use) => {
    const profileDir = await makeFolder();
    const person = await Person.return({ extensionDir: lane.extensionDir, profileDir, display });
    await use(person);
    await person.leave().catch(() => undefined);
    await removeFolder(profileDir);
  },
  person: async ({ lane, display }, use) => {
    const profileDir = await makeFolder();
    const person = await Person.arrive({ extensionDir: lane.extensionDir, profileDir, display });
    await use(person);
    await person.leave().catch(() => undefined);
    await removeFolder(profileDir);
  },
  connected: async ({ lane, display, signedIn }, use) => {
    const profileDir = await makeFolder();
    await cp(signedIn.profileDir, profileDir, { recursive: true });
    signedIn.restoreTokens();
    const person = await Person.return({ extensionDir: lane.extensionDir, profileDir, display });
    await use(person);
    await person.leave().catch(() => undefined);
    await removeFolder(profileDir);
  },
});

export { expect } from '@playwright/test';
