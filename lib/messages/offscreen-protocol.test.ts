import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';

import { isOffscreenAsk, type OffscreenAsk } from './offscreen-protocol';
import { isOurWorker, type MessageSender } from './sender';

const task = { id: 'd', key: '' };
const asks: OffscreenAsk[] = [
  { to: 'offscreen', type: 'media/convert', task },
  {
    to: 'offscreen',
    type: 'media/convert',
    task: {
      ...task,
      frame: { width: 1000, height: 1500, fit: 'pad' },
      crop: { x: 0, y: 0.1, width: 1, height: 0.5 },
    },
  },
  { to: 'offscreen', type: 'video/keep', id: 'd', url: 'staged:1' },
  { to: 'offscreen', type: 'upload/start', jobId: 'j' },
  { to: 'offscreen', type: 'board/likely', draftId: 'd' },
];

// S02
it.each(asks)('the offscreen document hears $type: %#', (ask) => {
  expect(isOffscreenAsk(ask)).toBe(true);
});

// S02
it.each<unknown>([
  null,
  'upload/start',
  {},
  { to: 'worker', type: 'upload/start', jobId: 'j' },
  { to: 'offscreen', type: 'constructor' },
  { to: 'offscreen', type: 'upload/start' },
  { to: 'offscreen', type: 'upload/start', jobId: 7 },
  { to: 'offscreen', type: 'upload/start', jobId: 'j', more: 1 },
  { to: 'offscreen', type: 'upload/start', jobId: 'j'.repeat(301) },
  { to: 'offscreen', type: 'media/convert', task: { ...task, crop: { x: Number.NaN } } },
  { to: 'offscreen', type: 'media/convert', task: { ...task, frame: { fit: 'stretch' } } },
])('the offscreen document hears no %j', (message) => {
  expect(isOffscreenAsk(message)).toBe(false);
});

const ours = () => browser.runtime.getURL('/' as never).replace(/\/$/, '');
const worker = () => ({ id: browser.runtime.id, url: `${ours()}/background.js` });

// S02
it.each<[string, () => MessageSender, boolean]>([
  ['the worker, which has no origin', worker, true],
  ['the worker, where it has one', () => ({ ...worker(), origin: ours() }), true],
  ['a script in a tab', () => ({ ...worker(), tab: { id: 1 } as never }), false],
  ['a sandboxed frame', () => ({ ...worker(), origin: 'null' }), false],
  [
    'a page',
    () => ({ id: browser.runtime.id, origin: 'https://a.test', url: 'https://a.test/' }),
    false,
  ],
  ['nobody', () => ({ id: browser.runtime.id }), false],
  ['another extension', () => ({ ...worker(), id: 'other' }), false],
])('the offscreen document hears %s: %#', (_, sender, isHeard) => {
  expect(isOurWorker(sender())).toBe(isHeard);
});
