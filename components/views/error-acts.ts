import type { ErrorAction } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { featuresOf, type Feature } from '../../lib/pinterest/scopes';

/** What a view can do about an error. */
interface ErrorActs {
  /** Signs in, asking Pinterest also for what the features need. */
  connect: (features?: Feature[]) => void;
  /** Does again what failed: where a pin is made, it reads the page once more. */
  again: () => void;
  /** The redirect URI of the app, where there is one. */
  redirectUri: () => string;
  siteUrl: string;
  onOpenUrl: (url: string) => void;
  onOpenOptions: () => void;
}

/** Gives what the button of an error does: the same in every view. */
export function errorActs(acts: ErrorActs): (action: ErrorAction, error: AppError) => void {
  const { connect, again, siteUrl, onOpenUrl, onOpenOptions } = acts;
  return (action, error) => {
    const run: Record<ErrorAction, () => void> = {
      connect: () => connect(featuresOf(error)),
      options: onOpenOptions,
      retry: again,
      // The composer has the picker and the dialogs; where it is not there, it is tried again.
      'choose-board': again,
      'choose-image': again,
      'grant-site': again,
      'take-from-screen': again,
      'save-dialog': () => onOpenUrl(siteUrl),
      'copy-redirect': () => void navigator.clipboard.writeText(acts.redirectUri()),
      'open-pinterest': () => onOpenUrl(siteUrl),
    };
    run[action]();
  };
}
