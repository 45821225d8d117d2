import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Says that there is nothing in a list. Where its last row went and the focus with it, this has it: keys go on from here. */
export function EmptyNote({ children }: { children: ComponentChildren }) {
  const note = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) note.current?.focus({ preventScroll: true });
  }, []);
  return (
    <p ref={note} class="empty muted" tabIndex={-1}>
      {children}
    </p>
  );
}
