import { EXTENSION_ID, type ExtensionBrowser } from './browser.ts';
import { waitFor } from './wait.ts';

async function workerTarget({ cdp }: ExtensionBrowser) {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(EXTENSION_ID),
  );
}

/** Says whether the service worker runs at this moment. Never ask the worker itself: that would hang or wake it. */
export async function isWorkerRunning(browser: ExtensionBrowser): Promise<boolean> {
  return (await workerTarget(browser)) !== undefined;
}

/**
 * Stops the service worker in the middle of whatever it does; false if none was running. Closing its target instead
 * waits for what it has begun: a worker with a request under way was still there after 10 s.
 */
export async function stopWorker(browser: ExtensionBrowser): Promise<boolean> {
  const target = await workerTarget(browser);
  if (!target) return false;
  const [page] = browser.context.pages();
  if (!page) throw new Error('A service worker is stopped from a page, and none is open.');
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await waitFor(
    async () => {
      await session.send('ServiceWorker.stopAllWorkers'); // one that is just starting does not hear it: say it again
      const now = await workerTarget(browser);
      return now?.targetId === target.targetId ? undefined : true;
    },
    { for: 'the service worker to stop' },
  );
  await session.detach();
  return true;
}
