import type { ComponentChildren } from 'preact';

import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';

interface ChosenBarProps {
  /** How many are chosen; for none there is no bar. */
  count: number;
  children: ComponentChildren;
}

/** How many rows are chosen, and the buttons for all of them. */
export function ChosenBar({ count, children }: ChosenBarProps) {
  if (count === 0) return null;
  return (
    <div class="library-batch" role="group" aria-label={tn('outboxChosen', count)}>
      <b class="num">{tn('outboxChosen', count)}</b>
      {children}
    </div>
  );
}

/** What is done to many, and to how many where it is not for all that are chosen. */
export const ofMany = (key: MessageKey, some: number, all: number): string =>
  some === all ? t(key) : `${t(key)} (${formatNumber(some)})`;
