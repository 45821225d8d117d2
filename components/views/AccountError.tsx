import type { Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { useStore } from '../use-store';
import { errorActs } from './error-acts';

interface AccountErrorProps {
  account: AccountStore;
  siteUrl: string;
  onConnect: (features?: Feature[]) => void;
  onOpenUrl: (url: string) => void;
  /** Shows what has to be set, by its place in the settings. */
  onOpenOptions: (part: 'app' | 'passphrase') => void;
}

/** What went wrong with the account or its app, with the button that does what it says, until it is dismissed. */
export function AccountError({ account, siteUrl, onConnect, ...on }: AccountErrorProps) {
  const error = useStore(account, (state) => state.error);
  if (!error) return null;
  const act = errorActs({
    connect: onConnect,
    again: () => void account.getState().load(),
    redirectUri: () => account.getState().app?.redirectUri ?? '',
    siteUrl,
    onOpenUrl: on.onOpenUrl,
    onOpenOptions: () => on.onOpenOptions(error.code === 'auth/locked' ? 'passphrase' : 'app'),
  });
  return (
    <ErrorNotice
      error={error}
      onAction={(action) => act(action, error)}
      onDismiss={() => account.getState().dismissError()}
    />
  );
}
