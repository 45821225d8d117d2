import { browser } from 'wxt/browser';

import { appView, checkApp, saveApp } from '../../lib/auth/app';
import { beginTabSignIn, endTabSignIn, signIn, signInWithToken } from '../../lib/auth/sign-in';
import type { AccountView } from '../../lib/auth/types';
import {
  readApp,
  readCurrentAccount,
  removeAccount,
  useAccount,
  type AccountRow,
} from '../../lib/auth/vault';
import { toErrorInfo } from '../../lib/errors';
import type { HandlersOf } from '../../lib/messages/late';
import { scopesFor, type Feature } from '../../lib/pinterest/scopes';
import { announce } from '../../lib/storage/changes';
import { signInError } from '../../lib/storage/items';
import { tabSignInUntil } from '../../lib/storage/late-items';
import { reconcile } from './reconcile';
import { forgetSession, openPopupAgain } from './session';
import { endpoint, request, signInDeps } from './world';

/** Makes the account that signs in the one that is worked with, and lets what waited for that go on. */
async function welcome(signingIn: () => Promise<AccountRow>): Promise<AccountView> {
  const before = await readCurrentAccount();
  const { view } = await signingIn();
  await signInError.setValue(null);
  await forgetSession(view.id === before?.view.id);
  void reconcile();
  return view;
}

async function connect(features: Feature[]): Promise<AccountView | null> {
  const granted = (await readCurrentAccount())?.view.scopes ?? [];
  const scopes = scopesFor(granted, features);
  if ((await readApp())?.inTab) {
    const { url, until } = await beginTabSignIn(scopes);
    await tabSignInUntil.setValue(until);
    await browser.tabs.create({ url });
    return null;
  }
  try {
    return await welcome(() => signIn(signInDeps, scopes));
  } finally {
    void openPopupAgain();
  }
}

/** Keeps why a sign-in failed: the view that asked for it may be closed by then. */
async function keepingError<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    await signInError.setValue(null);
    return await run();
  } catch (error) {
    await signInError.setValue(toErrorInfo(error));
    announce({ kind: 'account', id: '' });
    throw error;
  }
}

const finishInTab = (address: string) =>
  keepingError(() => welcome(() => endTabSignIn(signInDeps, address)));

/** Ends a sign-in that runs in a tab, once Pinterest has sent the tab to its redirect URI; the tab has served then. */
export async function endSignInOf(tabId: number, address: string): Promise<void> {
  // The address is seen as the tab goes there, and perhaps once more by a worker that has just begun to look.
  if ((await tabSignInUntil.getValue()) === 0) return;
  await tabSignInUntil.setValue(0);
  await finishInTab(address).catch(() => undefined); // kept, and shown by the settings
  await browser.tabs.remove(tabId);
}

/** One handler for each message that changes who is signed in, or the app to sign in with. */
export const accountHandlers: Omit<HandlersOf<'account' | 'app'>, 'account/get'> = {
  'account/connect': ({ features }) => keepingError(() => connect(features)),
  'account/finish': ({ address }) => finishInTab(address),
  'account/paste': ({ accessToken, environment }) =>
    welcome(() => signInWithToken(signInDeps, accessToken.trim(), environment)),
  'account/use': async ({ accountId }) => {
    const { view } = await useAccount(accountId);
    await forgetSession();
    return view;
  },
  'account/disconnect': async ({ accountId }) => {
    await removeAccount(accountId);
    await forgetSession();
    return null;
  },
  'app/save': async (choice) => {
    await saveApp(choice, request);
    return appView();
  },
  'app/check': () => checkApp(endpoint),
};
