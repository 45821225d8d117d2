import { browser } from 'wxt/browser';

import { errorReport, isReportable } from '../../lib/error-report';
import { errorText, type ErrorAction, type ErrorText } from '../../lib/error-text';
import type { AppError, ErrorInfo } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { Notice } from '../ui/Notice';

export interface ErrorNoticeProps {
  error: AppError | ErrorInfo;
  /** Does what the button says; where the view can't, there is no button. */
  onAction?: (action: ErrorAction) => void;
  onDismiss?: () => void;
  /** An action whose button the view has anyway; a second one would only ask which. */
  elsewhere?: ErrorAction;
  /** The view only reads: nothing goes on by itself, and where nothing else helps, its button asks again. */
  isReading?: boolean;
  /** What leads away from a board that is gone is called, in a view that shows boards. */
  away?: string;
}

/** Every edit and every pin is on disk: what is ended in the middle goes on after it. */
const restart = () => browser.runtime.reload();

/** An error in words, with the one button that helps. */
export function ErrorWords(props: ErrorNoticeProps) {
  const { error, onAction, onDismiss, elsewhere, isReading = false, away } = props;
  const { what, todo, action, actionLabel } = isReading
    ? orAskAgain(errorText(error), away)
    : errorText(error);
  const run = action === 'restart' ? restart : action && onAction && (() => onAction(action));
  return (
    <Notice
      what={what}
      todo={todo}
      action={run && actionLabel && action !== elsewhere ? { label: actionLabel, run } : null}
      {...(isReportable(error)
        ? {
            more: {
              label: t('actionCopyReport'),
              run: () => void navigator.clipboard.writeText(errorReport(error)),
            },
          }
        : {})}
      {...(onDismiss ? { onDismiss } : {})}
    />
  );
}

/**
 * What a pin on its way waits for by itself, a view that reads is asked to try again. No pin of it wants another board: there
 * is a way out of the one that is gone, or none.
 */
function orAskAgain(text: ErrorText, away: string | undefined): ErrorText {
  const again = { action: 'retry', actionLabel: t('actionRetry') } as const;
  if (text.action === 'choose-board')
    return { ...text, todo: '', ...(away === undefined ? again : { actionLabel: away }) };
  if (text.action !== null) return text;
  const todo = text.todo === t('todoWaits') ? '' : text.todo;
  return { ...text, todo, ...again };
}
