import type { AccountView } from '../../lib/auth/types';
import type { Send } from '../../lib/messages/create-send';
import type { Feature } from '../../lib/pinterest/scopes';

/** What every view of numbers is given. */
export interface StatsProps {
  ask: Send;
  /** Pinterest's clock as the view was opened, ms of UTC. */
  now: number;
  account: AccountView | null;
  siteUrl: string;
  /** Signs in again, asking Pinterest also for what the features need. */
  onConnect: (features?: Feature[]) => void;
  onOpenOptions: () => void;
  onOpenUrl: (url: string) => void;
}

/** What a view that lists pins is given besides. */
export interface PinListProps extends StatsProps {
  boardName: (boardId: string) => string;
  onOpenPin: (pinId: string) => void;
  /** The pins that are to be compared. */
  compared: readonly string[];
  onCompare: (pinId: string) => void;
}

/** What a view of one ad account is given. */
export interface AdProps extends StatsProps {
  adAccountId: string;
}
