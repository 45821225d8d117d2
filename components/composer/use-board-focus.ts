import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Puts the keyboard on the board, where a pin begins, with each draft and sign-in. Not while the person writes: one that ends
 * elsewhere is no reason to take it away.
 */
export function useBoardFocus(
  board: RefObject<HTMLInputElement | null>,
  hasDraft: boolean,
  connection: string,
): void {
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea')) board.current?.focus();
  }, [board, hasDraft, connection]);
}
