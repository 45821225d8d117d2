import './AccountChip.css';
import type { AccountView } from '../../lib/auth/types';
import { t } from '../../lib/i18n';
import { Picture } from '../ui/Picture';

/** Who is connected. */
export function AccountChip({ account }: { account: AccountView }) {
  const name = t('accountOf', account.username);
  return (
    <span class="account-chip" title={t('connectedAs', account.username)}>
      <Picture url={account.imageUrl} class="account-picture" waits />
      <span class="cut" dir="auto">
        {name}
      </span>
    </span>
  );
}
