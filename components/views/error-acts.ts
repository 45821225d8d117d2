import type { ErrorAction } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { featuresOf, type Feature } from '../../lib/pinterest/scopes';

/** What a view of a pin can do about an error. */
interface ErrorActs {
  /** Signs in, asking Pinterest also for what the features need. */
  connect: (features?: Feature[]) => void;
  /** Reads the page again. */
  reopen: () => void;
  /** The redirect URI of the app, where there is one. */
  redirectUri: () => string;
  siteUrl: string;
  onOpenUrl: (url: string) => void;
  onOpenOptions: () => void;
}

/** Gives what the button of an error does in a view with a composer. */
export function errorActs(acts: ErrorActs): (action: ErrorAction, error: AppError) => void {
  const { connect, reopen, siteUrl, onOpenUrl, onOpenOptions } = acts;
  return (action, error) => {
    const run: Record<ErrorAction, () => void> = {
      connect: () => connect(featuresOf(error)),
      options: onOpenOptions,
      retry: reopen,
      // The composer has the picker and the dialogs; where it is not there, the page is read again.
      'choose-board': reopen,
      'choose-image': reopen,
      'grant-site': reopen,
      'take-from-screen': reopen,
      'save-dialog': () => onOpenUrl(siteUrl),
      'copy-redirect': () => void navigator.clipboard.writeText(acts.redirectUri()),
      'open-pinterest': () => onOpenUrl(siteUrl),
    };
    run[action]();
  };
}
