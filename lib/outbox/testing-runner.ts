import type { PinterestClient } from '../pinterest/client';
import type { RunnerDeps } from './run';

/** What a runner needs where a test is about none of it: bytes are as they are, nothing is uploaded, nobody is told. */
export const quietDeps = (client: PinterestClient): RunnerDeps => ({
  clientFor: async () => client,
  prepare: async ({ media }) => media,
  readPrepared: async (_, { key = '' }) => new Blob([`bytes${key}`]),
  uploader: { start: async () => undefined, running: async () => new Set() },
  serverNow: async () => Date.now(),
  onCreated: async () => undefined,
  onHeld: async () => undefined,
  keepAwake: (work) => work(),
  onIdle: async () => undefined,
  onStill: async () => undefined,
});
