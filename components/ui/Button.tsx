import './Button.css';
import type { ComponentChildren, Ref, TargetedMouseEvent } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  /** `primary` is the one thing to do in a view; `plain` looks like a link. */
  kind?: 'primary' | 'quiet' | 'plain';
  type?: 'button' | 'submit';
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  disabled?: boolean;
  /** Work is under way: the button stays where it is and cannot be pressed again. */
  busy?: boolean;
  /** The key that does the same, shown and not spoken. */
  shortcut?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  expanded?: boolean;
  /** Its name where the same word stands on several buttons of a view. */
  label?: string;
}

/** A button with a word on it. */
export function Button({
  children,
  kind = 'quiet',
  type = 'button',
  onClick,
  disabled = false,
  busy = false,
  shortcut,
  buttonRef,
  expanded,
  label,
}: ButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type={type}
      class={`button button-${kind}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-expanded={expanded}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
      {shortcut && (
        <kbd class="button-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  );
}

interface IconButtonProps {
  label: string;
  children: ComponentChildren;
  onClick: () => void;
}

/** A button with a sign on it; its name is spoken and shown on hover. */
export function IconButton({ label, children, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
