import { PopupView } from '../../../components/views/PopupView';
import { AppError } from '../../../lib/errors';
import type { AccountState } from '../../../lib/state/account';
import { createComposerStore, type ComposerStore } from '../../../lib/state/composer';
import type { OutboxState } from '../../../lib/state/outbox';
import { answer, ask, fails, never } from '../background.ts';
import { NOW } from '../clock.ts';
import { account, capture, draft, images, jobs, longWords, readPicture } from '../data.ts';
import { find, press, type GalleryState } from '../state.ts';
import {
  accountStore,
  answerNumbers,
  boardsStore,
  composerStore,
  nothing,
  outboxStore,
  SITE,
  sitesStore,
  trayOpened,
} from '../stores.ts';

type Opened = Parameters<typeof composerStore>[0];

interface PopupState {
  opened?: Opened;
  account?: Partial<AccountState>;
  outbox?: Partial<OutboxState>;
}

async function popup(state: PopupState = {}) {
  answerNumbers({ 'boards/list_pins': { items: [], bookmark: null } });
  return drawn(state);
}

const drawn = async ({ opened, account: who, outbox }: PopupState) =>
  view(await composerStore(opened), { account: who ?? {}, outbox: outbox ?? {} });

async function view(
  composer: ComposerStore,
  given: { account?: Partial<AccountState>; outbox?: Partial<OutboxState> } = {},
) {
  return (
    <PopupView
      account={accountStore(given.account)}
      composer={composer}
      boards={await boardsStore()}
      loadOutbox={async () => outboxStore(given.outbox)}
      loadSites={async () => sitesStore()}
      ask={ask}
      siteUrl={SITE}
      readBytes={readPicture}
      onGrantSite={async () => true}
      onOpenUrl={nothing}
      onOpenPanel={nothing}
      onOpenWindow={nothing}
      onOpenOptions={nothing}
      onAllowed={nothing}
      onClose={nothing}
    />
  );
}

const crop = { x: 0.2, y: 0.2, width: 0.2, height: 0.2 };
const kept = {
  state: 'kept',
  type: 'video/mp4',
  size: 4_000_000,
  sha256: '',
  width: 1080,
  height: 1920,
} as const;

const none = { draft: null, capture: null };

const state = (
  name: string,
  given: PopupState = {},
  more: Partial<GalleryState> = {},
): GalleryState => ({
  name: `popup/${name}`,
  size: 'popup',
  isWhole: true,
  draw: () => popup(given),
  ...more,
});

/** The popup before it knows what there is to pin. */
function opening() {
  answer({ 'draft/open': never, 'stats/read': never });
  const store = createComposerStore(ask);
  void store.getState().open(1);
  return view(store);
}

const longDraft = draft({
  title: longWords.title,
  description: `${longWords.title} `.repeat(11).slice(0, 812),
  board: { boardId: '1', boardName: longWords.name, sectionId: null, sectionName: null },
});

export const popupStates: GalleryState[] = [
  state('full'),
  state(
    'board typed',
    {},
    {
      act: async () => {
        const field = (await find('.popup [role=combobox]')) as HTMLInputElement;
        field.focus();
        field.value = 'dess';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await find('[role=option]');
      },
    },
  ),
  state('opening', {}, { draw: opening, isLoading: true }),
  state('no pictures', { opened: { ...none, error: { code: 'page/no-image', data: undefined } } }),
  state('page not readable', {
    opened: { ...none, error: { code: 'page/unreachable', data: undefined } },
  }),
  state('signed out', {
    account: { status: 'signed-out', account: null, accounts: [] },
    opened: { lane: null },
  }),
  state('signed out, nothing to pin', {
    account: { status: 'signed-out', account: null, accounts: [] },
    opened: { ...none, error: { code: 'page/no-image', data: undefined } },
  }),
  state('sign-in refused', {
    account: { error: new AppError('auth/missing-scope', { scopes: ['boards:read_secret'] }) },
  }),
  state('long words', {
    account: { account: { ...account, username: longWords.username, environment: 'sandbox' } },
    opened: { draft: longDraft },
    outbox: { jobs },
  }),
  state(
    'several pictures',
    {},
    {
      draw: async () => popup({ opened: await trayOpened() }),
      act: async () => void (await find('.tray-list')),
    },
  ),
  state(
    'one carousel',
    {},
    {
      draw: async () => {
        const { draft: lead } = await trayOpened();
        return popup({ opened: { draft: lead ? { ...lead, together: 'pad' } : null } });
      },
    },
  ),
  state('locked', { account: { status: 'locked', account: null, accounts: [] } }),
  state(
    'hints opened',
    { opened: { draft: draft({ altText: '', link: 'https://a.example/?fbclid=x', crop }) } },
    { act: () => press('.lint > summary') },
  ),
  state('changes of the link named', {}, { act: () => press('.link-hint button') }),
  state('a video', {
    opened: { draft: draft({ media: { ...kept, video: { durationMs: 14_000 } } }) },
  }),
  state(
    'asked whether again',
    {},
    {
      act: async () => {
        const before = { at: NOW - 9 * 86_400_000, boardName: 'Desserts', isOnItsWay: false };
        answer({ 'draft/publish': fails('draft/repeated', before) });
        await press('button[type=submit]');
        await find('.composer-ask');
      },
    },
  ),
  state('small picture, no words', {
    opened: {
      draft: draft({
        title: '',
        altText: '',
        media: { state: 'kept', type: 'image/jpeg', size: 1, sha256: '', width: 150, height: 150 },
      }),
    },
  }),
  state(
    'asked whose it is',
    { opened: { lane: null } },
    { act: () => press('button[type=submit]') },
  ),
  state('picture not to be had', {
    opened: {
      draft: draft({
        media: { state: 'failed', error: { code: 'media/gone', data: { status: 404 } } },
      }),
    },
  }),
  state(
    'not queued',
    {},
    {
      act: async () => {
        answer({ 'draft/publish': fails('storage/full', { needed: 9_000_000, free: 0 }) });
        await press('button[type=submit]');
        await find('[role=alert]');
      },
    },
  ),
  state(
    'other pictures',
    { opened: { capture: { ...capture, images } } },
    {
      act: async () => {
        await press('.shot-foot button');
        await find('dialog[open]');
      },
    },
  ),
  state('with an outbox', { outbox: { jobs } }),
  state(
    'numbers not to be had',
    {},
    {
      draw: () => {
        answer({ 'stats/read': fails('network/unreachable', undefined) });
        return drawn({});
      },
    },
  ),
];
