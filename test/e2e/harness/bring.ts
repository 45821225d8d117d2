import type { Page } from '@playwright/test';

import { withSession } from './toast.ts';

/**
 * Brings a file along in an open view's picker, of any size: the browser reads it from disk itself, while a client that
 * is connected to a browser sends what it gives as text, and hung with 30 MB.
 */
export async function bringFile(view: Page, file: string): Promise<void> {
  await view.getByRole('button', { name: 'Other', exact: true }).click();
  await view.getByText('Add another picture').click();
  await view.locator('input[type=file]').waitFor();
  await withSession(view, async (session) => {
    const expression = 'document.querySelector("input[type=file]")';
    const { result } = await session.send('Runtime.evaluate', { expression });
    const objectId = result.objectId ?? '';
    await session.send('DOM.setFileInputFiles', { files: [file], objectId });
  });
}
