import { appViewOf } from '../../lib/auth/app-view';
import { connectedView, readVault } from '../../lib/auth/vault';
import type { HandlersOf } from '../../lib/messages/late';
import { signInError } from '../../lib/storage/items';

type Handlers = HandlersOf<'account' | 'app'>;

/** Loaded for what a person does once in a while: who is signed in is asked by every view that opens. */
const late = <Type extends Exclude<keyof Handlers, 'account/get'>>(type: Type): Handlers[Type] =>
  (async (ask: never, from: never) => {
    const { signInHandlers } = await import('./sign-in-handlers');
    return (signInHandlers[type] as Handlers[Type])(ask, from);
  }) as Handlers[Type];

/** One handler for each message about accounts and apps. */
export const accountHandlers: Handlers = {
  'account/get': async () => {
    const [{ current, accounts, app, isLocked }, failed] = await Promise.all([
      readVault(),
      signInError.getValue(),
    ]);
    return {
      account: current?.tokens && !isLocked ? current.view : null,
      accounts: accounts.map(connectedView),
      app: appViewOf(app),
      error: isLocked ? { code: 'auth/locked', data: undefined } : failed,
    };
  },
  'account/connect': late('account/connect'),
  'account/finish': late('account/finish'),
  'account/paste': late('account/paste'),
  'account/use': late('account/use'),
  'account/disconnect': late('account/disconnect'),
  'app/save': late('app/save'),
  'app/check': late('app/check'),
};
