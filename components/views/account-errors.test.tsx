import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { AppView } from '../../lib/auth/types';
import { errorText } from '../../lib/error-text';
import { AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import { createAccountStore } from '../../lib/state/account';
import { createBoardsStore } from '../../lib/state/boards';
import { createComposerStore } from '../../lib/state/composer';
import { createLanesStore } from '../../lib/state/lanes';
import { createOutboxStore } from '../../lib/state/outbox';
import { ComposeView } from './ComposeView';
import { SidePanelView } from './SidePanelView';
import { WelcomeView } from './WelcomeView';

const redirectUri = 'https://abc.chromiumapp.org/';
const app: AppView = {
  isReady: true,
  appId: '1',
  hasSecret: true,
  brokerUrl: '',
  environment: 'production',
  redirectUri,
  redirectUris: { browser: redirectUri, tab: '' },
  inTab: false,
};
const silent = (() => new Promise(() => undefined)) as Send;

/** A view whose account has an error, and what it does about it. */
function setUp(view: 'panel' | 'welcome' | 'window', error: AppError) {
  const account = createAccountStore(silent);
  const acts = { connect: vi.fn(), load: vi.fn(), options: vi.fn(), url: vi.fn(), copy: vi.fn() };
  account.setState({ status: 'signed-out', app, error, connect: acts.connect, load: acts.load });
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(acts.copy);
  const common = { account, siteUrl: 'https://www.pinterest.com', onOpenUrl: acts.url };
  const stores = {
    composer: createComposerStore(silent),
    boards: createBoardsStore(silent),
    outbox: createOutboxStore(silent),
    lanes: createLanesStore(),
  };
  render(
    view === 'welcome' ? (
      <WelcomeView
        {...common}
        sampleUrl=""
        onCopy={acts.copy}
        onOpenOptions={acts.options}
        onAskForTab={async () => null}
      />
    ) : view === 'window' ? (
      <ComposeView
        {...common}
        {...stores}
        ask={silent}
        readBytes={async () => null}
        onOpen={() => undefined}
        onGrantSite={async () => true}
        onOpenPanel={() => undefined}
        onPage={() => undefined}
        onOpenOptions={acts.options}
        onAllowed={() => undefined}
      />
    ) : (
      <SidePanelView
        {...common}
        {...stores}
        ask={silent}
        readBytes={async () => null}
        followTab={async () => undefined}
        onPageAsked={() => undefined}
        onGrantSite={async () => true}
        onOpenWindow={() => undefined}
        onOpenOptions={acts.options}
        onAllowed={() => undefined}
        start={null}
        asked={null}
      />
    ),
  );
  return acts;
}

beforeEach(() => {
  const silentEvent = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(fakeBrowser, {
    commands: { getAll: async () => [] },
    action: { getUserSettings: async () => ({ isOnToolbar: true }) },
    permissions: { contains: async () => true, onAdded: silentEvent, onRemoved: silentEvent },
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => undefined);
});
afterEach(cleanup);

const rejected = new AppError('auth/app-rejected', undefined);
const failed = new AppError('auth/page-failed', { redirectUri });
const unknown = new AppError('unknown', { name: 'Error', message: '' });

describe.each(['panel', 'welcome', 'window'] as const)(
  'the button of an account’s error, in the %s',
  (view) => {
    it.each([
      ['copies the redirect URI', failed, 'copy', [redirectUri]],
      ['opens the settings', rejected, 'options', ['app']],
      ['tries again', unknown, 'load', []],
    ] as const)('%s where it says so, and does nothing else', async (_, error, act, args) => {
      const acts = setUp(view, error);
      const { what, actionLabel } = errorText(error);
      const notice = (await screen.findByText(what)).closest<HTMLElement>('.notice')!;
      fireEvent.click(within(notice).getByRole('button', { name: actionLabel ?? '' }));

      expect(acts[act]).toHaveBeenCalledExactlyOnceWith(...args);
      for (const [other, spy] of Object.entries(acts))
        if (other !== act) expect(spy).not.toHaveBeenCalled();
    });
  },
);
