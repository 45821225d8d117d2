import { defineConfig } from '@playwright/test';

/** Flows in a real Firefox. Playwright is the runner only: Firefox is driven by what it speaks itself (test/firefox/harness). */
export default defineConfig({
  testDir: 'test/firefox',
  testMatch: '**/*.spec.ts',
  outputDir: '.output/test/playwright-firefox',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One Firefox for all of them, which each begins with a new installation.
  workers: 1,
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
