import type { ComponentChildren } from 'preact';

import { t } from '../../lib/i18n';

interface ScrollBoxProps {
  label: string;
  isTall?: boolean;
  children: ComponentChildren;
}

/** What scrolls in itself: wide or long tables. */
export function ScrollBox({ label, isTall = false, children }: ScrollBoxProps) {
  return (
    <div
      class={isTall ? 'figure-scroll stats-tall' : 'figure-scroll'}
      role="region"
      aria-label={t('tableOf', label)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}
