import { EXTENSION_ID } from '../e2e/harness/browser.ts';
import { pick } from '../pinterest/random.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { closeInTime, type Driver, reload } from './driver.ts';
import type { Blow } from './plan.ts';
import { withTimeout } from './time.ts';

/** How long a full disk stays full, in ms. */
const QUOTA_MS = 400;

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];

/** How far the machine's clock is off from then on, until the worker begins anew. */
const jumpsMs = [-24 * HOUR_MS, -HOUR_MS, -MINUTE_MS, 0, MINUTE_MS, HOUR_MS, 24 * HOUR_MS];

/** Lets a blow befall the browser; what it does not survive is begun again. */
export async function strike(
  blow: Blow,
  { driver, pinterest, key }: { driver: Driver; pinterest: LocalPinterest; key: string },
): Promise<void> {
  switch (blow) {
    case 'stop-worker':
      await withTimeout(driver.person.worker.stop(), 5000).catch(() => undefined);
      return;
    case 'kill-renderer':
      return driver.lose(() => killRenderer(driver));
    case 'kill-browser':
      return driver.lose(() => killBrowser(driver));
    case 'reload':
      return driver.lose(() => reload(driver));
    case 'expire-token':
      pinterest.expireTokens('access');
      return;
    case 'revoke-token':
      pinterest.expireTokens('all');
      return;
    case 'quota':
      return withTimeout(fillDisk(driver), 5000).catch(() => undefined);
    case 'clock-jump':
      return driver.setClock(pick(`${key} jump`, jumpsMs));
  }
}

/** The renderer of Tack's views is that of its worker as well. */
async function killRenderer(driver: Driver): Promise<void> {
  const { view } = driver;
  if (!view || view.isClosed()) return;
  const crashed = new Promise((resolve) => view.once('crash', resolve));
  const crash = async () => {
    const session = await view.context().newCDPSession(view);
    void session.send('Page.crash').catch(() => undefined); // it is never answered
    await crashed;
  };
  await withTimeout(crash(), 5000).catch(() => undefined);
  await closeInTime(view);
}

/** Ends the browser as a power cut does, and starts it again. */
export async function killBrowser(driver: Driver): Promise<void> {
  await driver.person.lose();
  await driver.person.comeBack();
}

async function fillDisk(driver: Driver): Promise<void> {
  const { view } = driver;
  if (!view || view.isClosed()) return;
  const origin = `chrome-extension://${EXTENSION_ID}`;
  const session = await view.context().newCDPSession(view);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await new Promise((resolve) => setTimeout(resolve, QUOTA_MS));
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await session.detach();
}
