import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { restoreDefaults } from '../../lib/state/defaults';
import { Button } from '../ui/Button';

/** Puts the settings back to what they were; asks first, as there is no way back. */
export function Defaults({ onRestored }: { onRestored: () => void }) {
  const [asks, setAsks] = useState(false);
  const restore = async () => {
    await restoreDefaults();
    setAsks(false);
    onRestored();
  };
  if (!asks)
    return (
      <p>
        <Button onClick={() => setAsks(true)}>{t('defaultsRestore')}</Button>
      </p>
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
