import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { test as base } from '@playwright/test';

import { scopes } from '../chaos/settle.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { type LocalPinterest, startPinterest } from '../pinterest/server.ts';
import { emptyDownloads } from './harness/downloads.ts';
import { Firefox } from './harness/firefox.ts';
import { Person } from './harness/person.ts';

interface TestFixtures {
  /** What Firefox prefers while the test runs; by default nothing else than always. */
  preferences: Record<string, boolean>;
  /** A person with Tack newly installed; signed out. */
  person: Person;
  /** A person whose account is connected. */
  connected: Person;
}

interface WorkerFixtures {
  pinterest: LocalPinterest;
  extensionDir: string;
  /** Started once: an installation takes a tenth of the time of a start. */
  firefox: Firefox;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  pinterest: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const pinterest = await startPinterest({ port: 0, processingMs: 200 });
      await use(pinterest);
      await pinterest.close();
    },
    { scope: 'worker' },
  ],
  extensionDir: [
    async ({ pinterest: { port, app } }, use) => {
      const outDir = '.output/firefox-test';
      await use(await buildFor({ port, app, outDir, paceMs: 20, browser: 'firefox' }));
    },
    { scope: 'worker' },
  ],
  firefox: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-firefox-'));
      const firefox = await Firefox.start(profileDir, {
        // A test can't answer the browser's question; that it is asked is seen by what is granted afterwards.
        'extensions.webextOptionalPermissionPrompts': false,
      });
      await firefox.hearRequests();
      await use(firefox);
      await firefox.kill();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  preferences: [{}, { option: true }],
  person: async ({ firefox, extensionDir, pinterest, preferences }, use) => {
    pinterest.reset();
    await firefox.takeEgress(); // what the test before began
    await emptyDownloads(firefox);
    const person = new Person(firefox);
    await person.window.prefer(preferences);
    await person.arrive(extensionDir);
    await use(person);
    const { strangers } = await firefox.takeEgress();
    if (strangers.length > 0) throw new Error(`Nobody answered for ${strangers.join(', ')}.`); // P03
    const defaults = Object.keys(preferences).map((name) => [name, null]);
    await person.window.prefer(Object.fromEntries(defaults) as Record<string, null>);
  },
  connected: async ({ person, pinterest }, use) => {
    await person.connectWith(pinterest.signIn(scopes).access.value);
    await use(person);
  },
});

export { expect } from '@playwright/test';
