import { createStore } from 'zustand/vanilla';

import type {
  AccountView,
  AppCheck,
  AppChoice,
  AppView,
  ConnectedAccount,
  EnvironmentName,
} from '../auth/types';
import type { Lane } from '../drafts/types';
import { fromErrorInfo, toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { DailyBudget } from '../pinterest/daily-budget';
import type { Feature } from '../pinterest/scopes';
import { watchChanges } from '../storage/changes';
import { dailyBudget, siteLanes } from '../storage/items';
import { currentBudgets } from '../storage/lane-pause';

export interface AccountState {
  /** `locked`: there is a passphrase, and the person has not given it since the browser was started. */
  status: 'loading' | 'signed-out' | 'connecting' | 'connected' | 'locked';
  account: AccountView | null;
  /** All that are signed in. */
  accounts: ConnectedAccount[];
  app: AppView | null;
  /** What is left of today's calls, by rate category; empty where the app is not counted by the day. */
  budget: Record<string, DailyBudget>;
  /** What the person said of each site. */
  sites: Record<string, Lane>;
  error: AppError | null;
  /** What the last test of the app found; null before one. */
  check: AppCheck | 'running' | null;
  /** Whether a sign-in goes on in a tab, whose address may be pasted. */
  isInTab: boolean;
  load(): Promise<void>;
  /** Opens Pinterest's consent page, asking also for what the features need, and waits for its end. */
  connect(features?: Feature[]): Promise<void>;
  /** Ends a sign-in in a tab with the tab's address. */
  finish(address: string): Promise<void>;
  /** Connects with a pasted access token. */
  paste(accessToken: string, environment: EnvironmentName): Promise<void>;
  /** Works with another account that is signed in. */
  use(accountId: string): Promise<void>;
  disconnect(accountId: string): Promise<void>;
  /** Keeps what is signed in with; true where it was kept. */
  saveApp(choice: AppChoice): Promise<boolean>;
  checkApp(): Promise<void>;
  forgetSite(site: string): Promise<void>;
  dismissError(): void;
}

/**
 * The store of who is connected, and with which Pinterest app.
 * @param isWhole with what is left of today's calls and what was said of each site, which the settings alone show
 */
export function createAccountStore(ask: Send, isWhole = false) {
  return createStore<AccountState>((set, get) => {
    const signIn = async (run: () => Promise<AccountView | null>) => {
      if (get().status === 'connecting') return;
      set({ status: 'connecting', error: null });
      try {
        const account = await run();
        set({ isInTab: account === null });
        await get().load();
      } catch (error) {
        set({ error: toAppError(error), status: get().account ? 'connected' : 'signed-out' });
      }
    };
    return {
      status: 'loading',
      account: null,
      accounts: [],
      app: null,
      budget: {},
      sites: {},
      error: null,
      check: null,
      isInTab: false,
      async load() {
        try {
          const [{ account, accounts, app, error }, kept, sites] = await Promise.all([
            ask('account/get', {}),
            isWhole ? dailyBudget.getValue() : {},
            isWhole ? siteLanes.getValue() : {},
          ]);
          const budget = currentBudgets(kept, Date.now());
          const isLocked = error?.code === 'auth/locked';
          const status = isLocked ? 'locked' : account ? 'connected' : 'signed-out';
          const problem = error && !isLocked ? fromErrorInfo(error) : null; // views ask for the passphrase
          set({ account, accounts, app, budget, sites, status, error: problem });
          if (account) set({ isInTab: false });
        } catch (error) {
          set({ error: toAppError(error), status: 'signed-out' });
        }
      },
      connect: (features = []) => signIn(() => ask('account/connect', { features })),
      finish: (address) => signIn(() => ask('account/finish', { address })),
      paste: (accessToken, environment) =>
        signIn(() => ask('account/paste', { accessToken, environment })),
      async use(accountId) {
        try {
          set({ account: await ask('account/use', { accountId }), error: null });
        } catch (error) {
          set({ error: toAppError(error) });
        }
      },
      async disconnect(accountId) {
        try {
          await ask('account/disconnect', { accountId });
          await get().load();
        } catch (error) {
          set({ error: toAppError(error) });
        }
      },
      async forgetSite(site) {
        await ask('site/lane', { site, lane: null }).catch(() => undefined);
        set({ sites: await siteLanes.getValue() });
      },
      async checkApp() {
        set({ check: 'running', error: null });
        try {
          set({ check: await ask('app/check', {}) });
        } catch (error) {
          set({ error: toAppError(error), check: null });
        }
      },
      async saveApp(choice) {
        try {
          set({ app: await ask('app/save', choice), error: null, check: null });
          return true;
        } catch (error) {
          set({ error: toAppError(error) });
          return false;
        }
      },
      dismissError: () => set({ error: null }),
    };
  });
}

/** Tells whether an account is connected that was not before: what is shown of the other one has to go. */
export function isOther(now: AccountState, before: AccountState): boolean {
  if (now.status !== 'connected') return false;
  return before.status !== 'connected' || now.account?.id !== before.account?.id;
}

/** Shows sign-ins and sign-outs as they happen in other contexts, until `signal` aborts. */
export function followAccount(store: AccountStore, signal: AbortSignal): void {
  watchChanges(({ kind }) => {
    const { status, load } = store.getState();
    if (kind === 'account' && status !== 'connecting') void load();
  }, signal);
}

/** Tells whether a sign-in has to be begun in the settings: an app is missing, or it goes on in a tab. */
export const needsSettings = (app: AppView | null): boolean =>
  app !== null && (!app.isReady || app.inTab);

export type AccountStore = ReturnType<typeof createAccountStore>;
