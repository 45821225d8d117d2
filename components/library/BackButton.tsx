import { useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { LibraryStore } from '../../lib/state/library';
import { Button } from '../ui/Button';

/** Leads back to all boards; it has the focus when its page opens, which what was pressed before is gone from. */
export function BackButton({ library }: { library: LibraryStore }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <Button kind="plain" buttonRef={button} onClick={() => void library.getState().open(null)}>
      {t('libraryBack')}
    </Button>
  );
}
