import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HostsNotice } from './HostsNotice';

/** A browser in which a person grants and takes back hosts. */
let granted = false;
const heard = new Set<() => void>();
function change(to: boolean) {
  granted = to;
  for (const hear of heard) hear();
}
const event = {
  addListener: (hear: () => void) => heard.add(hear),
  removeListener: (hear: () => void) => heard.delete(hear),
};

beforeEach(() => {
  granted = false;
  heard.clear();
  const host_permissions = ['https://api.pinterest.com/*', 'https://uploads.example/*'];
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions }) });
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => granted,
      request: async ({ origins }: { origins: string[] }) => {
        change(origins.join(' ') === host_permissions.join(' '));
        return granted;
      },
      onAdded: event,
      onRemoved: event,
    },
  });
});
afterEach(cleanup);

const show = async (onGranted = vi.fn<() => void>()) => {
  render(<HostsNotice onGranted={onGranted} />);
  await vi.waitFor(() => expect(heard.size).toBeGreaterThan(0));
  return onGranted;
};

describe('HostsNotice', () => {
  it('says nothing where the hosts are granted', async () => {
    granted = true;
    await show();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('names the hosts and why, and goes once they are granted at a click', async () => {
    const onGranted = await show();
    expect((await screen.findByRole('alert')).textContent).toContain(
      'api.pinterest.com, uploads.example',
    );

    screen.getByRole('button').click();

    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(onGranted).toHaveBeenCalledOnce();
  });

  it('comes where they are taken back while the view is open', async () => {
    granted = true;
    const onGranted = await show();
    change(false);
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(onGranted).not.toHaveBeenCalled();
  });
});
