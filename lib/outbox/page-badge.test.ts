// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import history1 from '../../test/golden/tack-history-1.json';
import { sha256OfText } from '../media/hash';
import { pageBadge } from '../storage/late-items';
import { addHistory } from './history';
import { markPage } from './page-badge';

const page = 'https://kitchen.example/cake';
const setBadgeText = vi.fn<(badge: object) => Promise<void>>();

beforeEach(async () => {
  setBadgeText.mockResolvedValue();
  Object.assign(browser.action, { setBadgeText });
  const pageHash = await sha256OfText(page);
  await addHistory({ ...history1, version: 1, pageHash });
});

it('marks a page that a pin was made of, by its address with or without what tracks', async () => {
  await pageBadge.setValue(true);

  await markPage(3, `${page}?utm_source=x`);
  await markPage(4, 'https://kitchen.example/soup');
  await markPage(5, undefined);

  expect(setBadgeText.mock.calls).toEqual([[{ tabId: 3, text: '✓' }]]);
});

it('marks none where nobody asked for it', async () => {
  await markPage(3, page);

  expect(setBadgeText).not.toHaveBeenCalled();
});
