import { useEffect, useRef, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { restoreDefaults } from '../../lib/state/defaults';
import { Button } from '../ui/Button';

interface DefaultsProps {
  /** Whether they were just put back: it is said, and the keyboard goes on from there. */
  isRestored: boolean;
  onRestored: () => void;
}

/** Puts the settings back to what they were; asks first, as there is no way back. */
export function Defaults({ isRestored, onRestored }: DefaultsProps) {
  const [asks, setAsks] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  const restore = async () => {
    await restoreDefaults();
    setAsks(false);
    onRestored();
  };
  if (!asks)
    return (
      <>
        {isRestored && (
          <p ref={said} role="status" tabIndex={-1}>
            {t('defaultsRestored')}
          </p>
        )}
        <p>
          <Button onClick={() => setAsks(true)}>{t('defaultsRestore')}</Button>
        </p>
      </>
    );
  return (
    <p class="sheet-row" role="group" aria-label={t('defaultsRestore')}>
      <span>{t('defaultsSure')}</span>
      <Button kind="primary" onClick={() => void restore()}>
        {t('defaultsYes')}
      </Button>
      <Button onClick={() => setAsks(false)}>{t('actionCancel')}</Button>
    </p>
  );
}
