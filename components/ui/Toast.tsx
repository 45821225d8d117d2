import './Toast.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface ToastProps {
  children: ComponentChildren;
  picture?: ComponentChildren;
  /** The second, quieter line. */
  detail?: ComponentChildren;
  actions?: readonly { label: string; run: () => void }[];
  /** After how many ms it goes by itself; stays where null. Waits while the pointer or the focus is on it. */
  endsAfterMs: number | null;
  onEnd: () => void;
}

const NO_ACTIONS: readonly never[] = [];

/** Says what came of something, beside what goes on. It never takes the focus. */
export function Toast({
  children,
  picture,
  detail,
  actions = NO_ACTIONS,
  endsAfterMs,
  onEnd,
}: ToastProps) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;

  useEffect(() => {
    if (held || endsAfterMs === null) return undefined;
    const timer = setTimeout(onEnd, endsAfterMs);
    return () => clearTimeout(timer);
  }, [held, endsAfterMs, onEnd]);

  return (
    <div
      class="toast"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      {picture}
      <div class="grow" role="status">
        <div>{children}</div>
        {detail && <div class="toast-detail">{detail}</div>}
      </div>
      {actions.map(({ label, run }) => (
        <button type="button" class="toast-action" key={label} onClick={run}>
          {label}
        </button>
      ))}
    </div>
  );
}
