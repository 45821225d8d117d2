import { ComposeView } from '../../../components/views/ComposeView';
import type { AccountState } from '../../../lib/state/account';
import { createComposerStore, type ComposerStore } from '../../../lib/state/composer';
import { answer, ask, never } from '../background.ts';
import { draft, readPicture } from '../data.ts';
import { find, press, type GalleryState } from '../state.ts';
import {
  accountStore,
  boardsStore,
  composerStore,
  nothing,
  outboxStore,
  SITE,
  trayOpened,
} from '../stores.ts';

async function view(composer: ComposerStore, account: Partial<AccountState> = {}) {
  return (
    <ComposeView
      account={accountStore(account)}
      composer={composer}
      boards={await boardsStore()}
      outbox={outboxStore()}
      siteUrl={SITE}
      ask={ask}
      readBytes={readPicture}
      onOpen={nothing}
      onGrantSite={async () => true}
      onOpenUrl={nothing}
      onOpenPanel={nothing}
      onPage={nothing}
      onOpenOptions={nothing}
      onAllowed={nothing}
    />
  );
}

/** The window before it knows its draft. */
function opening() {
  answer({ 'draft/open': never });
  const store = createComposerStore(ask);
  void store.getState().open(1);
  return view(store);
}

const gone = {
  draft: null,
  capture: null,
  error: { code: 'draft/gone', data: undefined },
} as const;

const state = (
  name: string,
  draw: GalleryState['draw'],
  more: Partial<GalleryState> = {},
): GalleryState => ({ name: `compose/${name}`, size: 'page', isWhole: true, draw, ...more });

/** A draft with all the room of a tab. */
export const composeStates: GalleryState[] = [
  state('full', async () => view(await composerStore())),
  state('opening', opening, { isLoading: true }),
  state('draft gone', async () => view(await composerStore(gone))),
  state('several pictures', async () => view(await composerStore(await trayOpened())), {
    act: async () => void (await find('.tray-list')),
  }),
  state('one of several pictures', async () => view(await composerStore(await trayOpened())), {
    act: () => press('.tray-tab:last-of-type'),
  }),
  state('locked', async () =>
    view(await composerStore({ draft: draft() }), {
      status: 'locked',
      account: null,
      accounts: [],
    }),
  ),
];
