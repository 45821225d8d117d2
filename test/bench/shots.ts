import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
const root = '/tmp/tack/box';
const { EXTENSION_ID, launchBrowser } = await import(root + '/test/e2e/harness/browser.ts');
const { putRows, sampleRows } = await import('./rows.ts');
const out = '/tmp/tack/box-tmp/shots/';
for (const scheme of ['light', 'dark'] as const) {
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-shots-'));
  const b = await launchBrowser({
    extensionDir: root + '/.output/chrome-mv3',
    profileDir,
    colorScheme: scheme,
  });
  const page = await b.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (e: Error) => errors.push(e.message));
  page.on('console', (m: any) => m.type() === 'error' && errors.push(m.text()));
  const base = `chrome-extension://${EXTENSION_ID}/`;
  await page.setViewportSize({ width: 380, height: 720 });
  const outbox = async () => {
    await page.goto(base + 'sidepanel.html');
    await page.getByRole('tab', { name: /outbox/i }).click();
    await page.waitForTimeout(900);
  };
  await outbox();
  await page.screenshot({ path: out + `${scheme}-0.png` });
  await putRows(page, 'tack-jobs', await sampleRows(3));
  await outbox();
  await page.screenshot({ path: out + `${scheme}-3.png` });
  await putRows(page, 'tack-jobs', { ...(await sampleRows(10000)), bad: { version: 1 } });
  await outbox();
  await page.locator('.outbox-check').nth(1).check();
  await page.locator('.outbox-check').nth(2).check();
  await page.setViewportSize({ width: 320, height: 720 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: out + `${scheme}-10000.png` });
  await page.getByRole('button', { name: 'Choose none' }).click();
  await page.locator('.outbox-list').evaluate((e: HTMLElement) => e.scrollTo(0, 400000));
  await page.waitForTimeout(500);
  await page.screenshot({ path: out + `${scheme}-10000-scrolled.png` });
  await page.getByRole('button', { name: 'Check what Tack kept' }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: out + `${scheme}-recovery.png` });
  await page.getByRole('button', { name: 'Export or import' }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: out + `${scheme}-data.png` });
  await page.setViewportSize({ width: 760, height: 1000 });
  await page.goto(base + 'options.html');
  await page.waitForTimeout(800);
  await page.getByText('Outbox and data').scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  await page.screenshot({ path: out + `${scheme}-options.png`, fullPage: true });
  await page.setViewportSize({ width: 400, height: 600 });
  await page.goto(base + 'popup.html?tab=1&window=1');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: out + `${scheme}-popup.png` });
  console.log(scheme, errors);
  await b.close();
  await rm(profileDir, { recursive: true, force: true });
}
