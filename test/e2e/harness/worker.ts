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
 * waits for what it has begun: a worker with a request under way was still there after 10 s. That it has stopped is
 * told by its own event: the next worker can be there at once, and has the same target id.
 */
export async function stopWorker(browser: ExtensionBrowser): Promise<boolean> {
  if (!(await isWorkerRunning(browser))) return false;
  const [page] = browser.context.pages();
  if (!page) throw new Error('A service worker is stopped from a page, and none is open.');
  const session = await browser.context.newCDPSession(page);
  const running = new Set<string>();
  let stopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (!scriptURL.includes(EXTENSION_ID)) continue;
      if (runningStatus === 'running') running.add(versionId);
      else if (running.has(versionId)) stopped = true;
    }
  });
  await session.send('ServiceWorker.enable');
  await waitFor(() => running.size > 0 || undefined, { for: 'the service worker to run' });
  await session.send('ServiceWorker.stopAllWorkers');
  await waitFor(() => stopped || undefined, { for: 'the service worker to stop' });
  await session.detach();
  return true;
}
