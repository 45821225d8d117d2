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

/** Stops the service worker as the browser does when it wants its memory back; false if none was running. */
export async function stopWorker(browser: ExtensionBrowser): Promise<boolean> {
  const target = await workerTarget(browser);
  if (!target) return false;
  await browser.cdp.send('Target.closeTarget', { targetId: target.targetId });
  await waitFor(
    async () => {
      const now = await workerTarget(browser);
      return now?.targetId === target.targetId ? undefined : true;
    },
    { for: 'the service worker to stop' },
  );
  return true;
}
