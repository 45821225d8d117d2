import type { ComponentChildren } from 'preact';

import { t } from '../../lib/i18n';

/** What is done one after the other; each says whether it is. */
export function Steps({ children }: { children: ComponentChildren }) {
  return <ol class="steps">{children}</ol>;
}

interface StepProps {
  title: string;
  /** Whether Tack saw that it is done; left out where it can't see that. */
  done?: boolean;
  children?: ComponentChildren;
}

export function Step({ title, done = false, children }: StepProps) {
  return (
    <li class="step" data-done={done || undefined}>
      <h3 class="step-title">
        {title}
        {done && <span class="step-done">{t('stepDone')}</span>}
      </h3>
      {children}
    </li>
  );
}
