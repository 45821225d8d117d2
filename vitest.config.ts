import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'happy-dom',
    // By default one core of two would stand idle, and a process for each file costs more than most files' tests do.
    pool: 'threads',
    maxWorkers: '100%',
    // A shared machine may be ten times slower than at its best: this only says when a test hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/setup.ts'],
    include: ['{lib,components,scripts,test,broker}/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    mockReset: true,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
