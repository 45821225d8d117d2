import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface AfterPaintProps {
  /** Whether what is shown before it is there. */
  when: boolean;
  children: ComponentChildren;
}

/** Shows its children once something else is on the screen, and from then on: what is below does not hold up what is above. */
export function AfterPaint({ when, children }: AfterPaintProps) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (when) setShown(true);
  }, [when]);
  return isShown ? <>{children}</> : null;
}
