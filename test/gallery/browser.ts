import { fakeBrowser } from 'wxt/testing/fake-browser';

import { textOf } from './texts.ts';

/** Stands in for the browser's extension API; `background.ts` answers what is sent. */
export const browser = fakeBrowser;

const commands = [
  { name: '_execute_action', description: '', shortcut: 'Alt+Shift+P' },
  { name: 'panel', description: textOf('commandPanel'), shortcut: 'Alt+Shift+N' },
  { name: 'picker', description: textOf('commandPicker'), shortcut: '' },
  { name: 'quick-pin', description: textOf('commandQuick'), shortcut: 'Alt+Shift+Q' },
];

const hosts = ['https://api.pinterest.com/*', 'https://api-sandbox.pinterest.com/*'];
const silent = { addListener: () => undefined, removeListener: () => undefined };

Object.assign(browser.i18n, { getMessage: textOf, getUILanguage: () => textOf('localeCode') });
Object.assign(browser, {
  commands: { getAll: async () => commands },
  action: { getUserSettings: async () => ({ isOnToolbar: true }) },
  permissions: {
    contains: async () => true,
    request: async () => true,
    remove: async () => true,
    getAll: async () => ({
      permissions: ['activeTab', 'alarms', 'contextMenus', 'identity', 'scripting', 'storage'],
      origins: [...hosts, 'https://www.ikea.com/*'],
    }),
    onAdded: silent,
    onRemoved: silent,
  },
});
Object.assign(browser.runtime, {
  getManifest: () => ({
    version: '1.0',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'identity', 'scripting', 'storage'],
    host_permissions: hosts,
    optional_permissions: ['notifications', 'tabs'],
    optional_host_permissions: ['http://localhost/*', 'https://*/*'],
  }),
  getURL: (path: string) => path,
});
