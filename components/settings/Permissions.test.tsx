import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { Permissions } from './Permissions';

const hosts = ['https://api.pinterest.com/*', 'https://upload.example/*'];
const manifest = {
  permissions: ['activeTab', 'alarms'],
  host_permissions: hosts,
  optional_permissions: ['notifications', 'tabs'],
  optional_host_permissions: ['http://localhost/*', 'https://*/*'],
};
const event = { addListener: () => undefined, removeListener: () => undefined };

function grant(permissions: string[], origins: string[]) {
  const ask = { request: vi.fn(async () => true), remove: vi.fn(async () => true) };
  Object.assign(fakeBrowser, {
    permissions: {
      ...ask,
      contains: async () => hosts.every((host) => origins.includes(host)),
      getAll: async () => ({ permissions, origins }),
      onAdded: event,
      onRemoved: event,
    },
  });
  return ask;
}

const row = async (name: string) => (await screen.findByText(name)).closest('li')!;

beforeEach(() => void Object.assign(fakeBrowser.runtime, { getManifest: () => manifest }));
afterEach(cleanup);

it('lists every permission there is, with whether it is granted', async () => {
  grant(['activeTab', 'alarms', 'tabs'], [...hosts, 'https://shop.example/*']);
  render(<Permissions />);

  await screen.findByText('https://shop.example/*');
  const states = screen
    .getAllByRole('listitem')
    .map((item) => [
      item.querySelector('code')?.textContent,
      item.querySelector('.settings-state')?.textContent,
    ]);
  expect(states).toEqual([
    ['activeTab', 'Allowed'],
    ['alarms', 'Allowed'],
    [hosts.join(', '), 'Allowed'],
    ['notifications', 'Not allowed'],
    ['tabs', 'Allowed'],
    ['http://localhost/*', 'Not allowed'],
    ['https://*/*', 'Asked for one site at a time'],
    ['https://shop.example/*', 'Allowed'],
  ]);
});

it('gives and takes at the buttons, those that Tack needs only where they are missing', async () => {
  const { request, remove } = grant(['activeTab', 'tabs'], []);
  render(<Permissions />);

  await screen.findByRole('button', { name: 'Take back tabs' });
  fireEvent.click(within(await row('tabs')).getByRole('button'));
  expect(remove).toHaveBeenCalledExactlyOnceWith({ permissions: ['tabs'] });
  fireEvent.click(within(await row(hosts.join(', '))).getByRole('button'));
  fireEvent.click(within(await row('http://localhost/*')).getByRole('button'));
  expect(request.mock.calls).toEqual([[{ origins: hosts }], [{ origins: ['http://localhost/*'] }]]);
  expect(within(await row('https://*/*')).queryByRole('button')).toBeNull();
});
