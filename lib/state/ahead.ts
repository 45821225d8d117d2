import { inTurn } from '../drafts/turn';
import type { ErrorInfo } from '../errors';
import { askAhead } from '../storage/ahead';
import { openAhead, readAhead } from '../storage/open-ahead';

/** A tab as the popup has to know it; its address is there where the person let Tack into it. */
export interface PageTab {
  id?: number | undefined;
  url?: string | undefined;
}

/** What the session says of a tab's draft (lib/storage/items.ts). */
export interface Begun {
  handoffs?: Record<string, string>;
  menuProblems?: Record<string, ErrorInfo>;
}

/** What the popup is about, asked for before its scripts are there. */
export interface PopupAhead {
  page: Promise<PageTab>;
  /** Read in the tab's turn; null where that could not be. */
  begun: Promise<Begun | null>;
}

/** As much of the browser's own API as is there before any script of a view is. */
interface Api {
  tabs: {
    get(id: number): Promise<PageTab>;
    query(filter: { active: true; currentWindow: true }): Promise<PageTab[]>;
  };
  storage: { session: { get(keys: string[]): Promise<Begun> } };
}

const world = globalThis as { tackPopup?: PopupAhead; browser?: Api; chrome?: Api };

/** Keys of extension storage that the views begin with; a test holds them to those of `items.ts`. */
export const aheadKeys = {
  popup: {
    session: ['boards', 'sections', 'claimedSites', 'stats/account'],
    local: ['recentChoices', 'boardMarks', 'siteLanes'],
  },
  panel: { session: ['panelTab', 'stats/account', 'clockOffset'] },
} as const;

/** Databases that the views begin with, and their versions where they have indexes; a test holds them to those that are there. */
export const aheadDatabases = {
  popup: { 'tack-drafts': undefined, 'tack-choices': undefined },
  panel: { 'tack-jobs': 3 },
} as const;

/** Asks for all that the popup begins with, the tab's draft among it: it is read while the popup's own scripts are loaded. */
export function askPopupAhead(search: string): PopupAhead {
  const api = world.browser ?? world.chrome;
  if (!api) return { page: Promise.resolve({}), begun: Promise.resolve(null) };
  const page = findPage(api, search);
  const begun = page.then(async ({ id }) =>
    id === undefined
      ? null
      : inTurn(id, () => api.storage.session.get(['handoffs', 'menuProblems'])),
  );
  askAhead('session', aheadKeys.popup.session);
  askAhead('local', aheadKeys.popup.local);
  openAllAhead(aheadDatabases.popup);
  void begun.then(async (found) => readDraftAhead((await page).id, found)).catch(() => undefined);
  return (world.tackPopup = { page, begun: begun.catch(() => null) });
}

function readDraftAhead(tabId: number | undefined, begun: Begun | null): void {
  const draftId = tabId === undefined ? undefined : begun?.handoffs?.[tabId];
  if (draftId) readAhead('tack-drafts', draftId);
}

/** Asks for what the side panel has to know before it can ask for the rest. */
export function askPanelAhead(): void {
  askAhead('session', aheadKeys.panel.session);
  openAllAhead(aheadDatabases.panel);
}

function openAllAhead(databases: Readonly<Record<string, number | undefined>>): void {
  for (const [name, version] of Object.entries(databases)) openAhead(name, version);
}

/** Gives what the popup's first script asked for. */
export const popupAhead = (): PopupAhead => world.tackPopup ?? askPopupAhead(location.search);

async function findPage({ tabs }: Api, search: string): Promise<PageTab> {
  const id = Number(new URLSearchParams(search).get('tab'));
  if (id) return tabs.get(id).catch(() => ({ id }));
  return (await tabs.query({ active: true, currentWindow: true }))[0] ?? {};
}
