import type { ConnectedAccount } from '../../lib/auth/types';
import { packIndex } from '../../lib/boards/packed';
import { addDraft } from '../../lib/drafts/store';
import { trayIds } from '../../lib/drafts/tray';
import type { OpenedDraft } from '../../lib/messages/protocol';
import { createAccountStore, type AccountState } from '../../lib/state/account';
import { createBoardsStore, type BoardsState } from '../../lib/state/boards';
import { createComposerStore } from '../../lib/state/composer';
import { createDetailsStore } from '../../lib/state/details';
import { createLanesStore, type LanesState } from '../../lib/state/lanes';
import { createOutboxStore, type OutboxState } from '../../lib/state/outbox';
import { createScheduleStore } from '../../lib/state/schedule';
import { createSitesStore } from '../../lib/state/sites';
import { boardIndex } from '../../lib/storage/items';
import { answer, ask, replyOf } from './background.ts';
import { NOW } from './clock.ts';
import { account, app, boards, capture, draft, images, picture } from './data.ts';
import { replies } from './numbers.ts';

/** Who is connected: one account, unless something else is said. */
export function accountStore(changes: Partial<AccountState> = {}, who: ConnectedAccount = account) {
  const store = createAccountStore(ask);
  const said = { account: who, accounts: [who], app, error: null };
  answer({ 'account/get': () => said });
  store.setState({ ...said, status: 'connected', ...changes });
  return store;
}

/** The boards of the account, as its session has them. */
export async function boardsStore(changes: Partial<BoardsState> = {}) {
  const store = createBoardsStore(ask);
  const shown = { boards, complete: true, ...changes };
  const { boards: rows, complete } = shown;
  const index = { accountId: account.id, readAt: NOW, boards: rows, complete };
  await boardIndex.setValue(packIndex(index));
  store.setState({ status: 'ready', ...shown });
  return store;
}

/** The pin being made, opened as the popup does it. */
export async function composerStore(changes: Partial<OpenedDraft> = {}) {
  const store = createComposerStore(ask);
  const opened: OpenedDraft = { draft: draft(), capture, error: null, lane: 'create', ...changes };
  answer({ 'draft/open': () => opened });
  await store.getState().open(1);
  return store;
}

/** A draft with two that go along with it; the rows of these are there, as the background begins them. */
export async function trayOpened(): Promise<Partial<OpenedDraft>> {
  const also = [1, 2].map((at) => ({
    key: String(at),
    image: images[at] ?? draft().image,
    media: { state: 'by-url' as const, url: picture(at) },
  }));
  const lead = draft({ also, title: 'Three ways with honey', altText: '' });
  const ids = trayIds(lead);
  for (const [at, id] of ids.entries()) {
    const { image } = also[at] ?? lead;
    await addDraft(draft({ id, image, leadId: lead.id, title: image.alt || 'Without a title' }));
  }
  return { draft: lead };
}

/** The pins on their way. */
export function outboxStore(changes: Partial<OutboxState> = {}) {
  const store = createOutboxStore(ask);
  store.setState({ status: 'ready', load: async () => undefined, ...changes });
  return store;
}

/** What Pinterest holds back. */
export function lanesStore(changes: Partial<LanesState> = {}) {
  const store = createLanesStore();
  store.setState(changes);
  return store;
}

export const sitesStore = () => createSitesStore(ask, async () => true);

/** What the settings keep. */
export async function settingsStores() {
  const [details, schedule, allowed] = [
    createDetailsStore(ask),
    createScheduleStore(ask),
    sitesStore(),
  ];
  await Promise.all([details.getState().load(), schedule.getState().load()]);
  return { details, schedule, allowed };
}

/** Has Pinterest answer with replies: the cook's, and what is said besides. */
export function answerNumbers(given: Record<string, unknown> = {}): void {
  const all = { ...replies, ...given };
  answer({
    'stats/read': ({ operation, input }) => ({
      readAt: NOW,
      reply: replyOf(all, operation, input),
    }),
    'pinterest/read': ({ id, input }) => replyOf(all, id, input),
  });
}

export const nothing = (): void => undefined;
export const SITE = 'https://www.pinterest.com';
