import './Notice.css';
import type { ComponentChildren } from 'preact';

import { t } from '../../lib/i18n';
import { Button, IconButton } from './Button';
import { CloseIcon } from './icons';

interface NoticeProps {
  /** What happened. */
  what: ComponentChildren;
  /** What is safe in spite of it. */
  safe?: ComponentChildren;
  /** What to do about it. */
  todo?: ComponentChildren;
  action?: { label: string; run: () => void } | null;
  /** A second thing that can be done, less often. */
  more?: { label: string; run: () => void };
  onDismiss?: () => void;
  tone?: 'bad' | 'hint';
  /** One of many in a list: it is read where it stands, and not called out. */
  quiet?: boolean;
}

/** Says what happened, what is safe and what to do, with the one button that does it. */
export function Notice(props: NoticeProps) {
  const { what, safe, todo, action, more, onDismiss, tone = 'bad', quiet = false } = props;
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' && !quiet ? 'alert' : undefined}>
      <p class="notice-text">
        <b>{what}</b>
        {safe && <> {safe}</>}
        {todo && <span class="muted"> {todo}</span>}
      </p>
      {action && (
        <Button kind="plain" onClick={action.run}>
          {action.label}
        </Button>
      )}
      {more && (
        <Button kind="plain" onClick={more.run}>
          {more.label}
        </Button>
      )}
      {onDismiss && (
        <IconButton label={t('actionClose')} onClick={onDismiss}>
          <CloseIcon size={12} />
        </IconButton>
      )}
    </div>
  );
}
