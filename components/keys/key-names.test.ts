import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import german from '../../public/_locales/de/messages.json';
import { keyText } from './key-names';

const on = (platform: string) => vi.stubGlobal('navigator', { platform });

afterEach(() => vi.unstubAllGlobals());

it('calls keys what stands on them: in the person’s language, and by signs on a Mac', () => {
  on('Win32');
  expect(['Ctrl ↵', 'Del', 'Space', '?'].map(keyText)).toEqual(['Ctrl ↵', 'Del', 'Space', '?']);
  const getMessage = (key: keyof typeof german) => german[key].message;
  Object.assign(fakeBrowser.i18n, { getMessage });
  expect(['Ctrl ↵', 'Del', 'Space'].map(keyText)).toEqual(['Strg ↵', 'Entf', 'Leertaste']);
  on('MacIntel');
  expect(['Ctrl ↵', 'Alt PgDn', 'Del', 'Space'].map(keyText)).toEqual([
    '⌘ ↵',
    '⌥ ⇟',
    '⌦',
    'Leertaste',
  ]);
});
