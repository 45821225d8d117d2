import { appViewOf } from '../../lib/auth/app-view';
import { connectedView, readVault } from '../../lib/auth/vault';
import type { Handlers } from '../../lib/messages/receive';
import { signInError } from '../../lib/storage/items';

/** Who is signed in, which every view asks as it opens: it is answered without what signs in. */
export const accountState: Pick<Handlers, 'account/get'> = {
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
};
