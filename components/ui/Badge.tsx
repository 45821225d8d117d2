import './Badge.css';
import type { ComponentChildren } from 'preact';

/** A short word or number that marks something. */
export function Badge({ children }: { children: ComponentChildren }) {
  return <span class="badge num">{children}</span>;
}
