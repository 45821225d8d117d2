import { createStore } from 'zustand/vanilla';

import type { AccountView, AppView, ConnectedAccount, EnvironmentName } from '../auth/types';
import { fromErrorInfo, toAppError, type AppError } from '../errors';
import type { Send } from '../messages/send';
import type { DailyBudget } from '../pinterest/daily-budget';
import { dailyBudget } from '../storage/items';

export interface AccountState {
  status: 'loading' | 'signed-out' | 'connecting' | 'connected';
  account: AccountView | null;
  /** All that are signed in. */
  accounts: ConnectedAccount[];
  app: AppView | null;
  /** What is left of today's calls, by rate category; empty where the app is not counted by the day. */
  budget: Record<string, DailyBudget>;
  error: AppError | null;
  load(): Promise<void>;
  /** Opens Pinterest's consent window and waits for its end. */
  connect(): Promise<void>;
  /** Connects with a pasted access token. */
  paste(accessToken: string, environment: EnvironmentName): Promise<void>;
  /** Works with another account that is signed in. */
  use(accountId: string): Promise<void>;
  disconnect(accountId: string): Promise<void>;
  /** Keeps the person's own Pinterest app; true where it was kept. */
  saveApp(app: {
    appId: string;
    appSecret: string;
    environment: EnvironmentName;
  }): Promise<boolean>;
  dismissError(): void;
}

/** The store of who is connected, and with which Pinterest app. */
export function createAccountStore(ask: Send) {
  return createStore<AccountState>((set, get) => ({
    status: 'loading',
    account: null,
    accounts: [],
    app: null,
    budget: {},
    error: null,
    async load() {
      try {
        const { account, accounts, app, error } = await ask('account/get', {});
        const status = account ? 'connected' : 'signed-out';
        const budget = await dailyBudget.getValue();
        set({ account, accounts, app, budget, status, error: error && fromErrorInfo(error) });
      } catch (error) {
        set({ error: toAppError(error), status: 'signed-out' });
      }
    },
    async connect() {
      if (get().status === 'connecting') return;
      set({ status: 'connecting', error: null });
      try {
        set({ account: await ask('account/connect', {}), status: 'connected' });
        await get().load();
      } catch (error) {
        set({ error: toAppError(error), status: get().account ? 'connected' : 'signed-out' });
      }
    },
    async paste(accessToken, environment) {
      set({ status: 'connecting', error: null });
      try {
        const account = await ask('account/paste', { accessToken, environment });
        set({ account, status: 'connected' });
        await get().load();
      } catch (error) {
        set({ error: toAppError(error), status: get().account ? 'connected' : 'signed-out' });
      }
    },
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
    async saveApp(app) {
      try {
        set({ app: await ask('app/save', app), error: null });
        return true;
      } catch (error) {
        set({ error: toAppError(error) });
        return false;
      }
    },
    dismissError: () => set({ error: null }),
  }));
}

export type AccountStore = ReturnType<typeof createAccountStore>;
