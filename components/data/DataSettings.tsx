import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { DataPart } from './DataPart';
import { EraseAll } from './EraseAll';
import { Recovery } from './Recovery';

/** All that Tack keeps on this computer: as a file and back, looked through, and erased. */
export function DataSettings({ onImported }: { onImported: () => void }) {
  const [checks, setChecks] = useState(false);
  return (
    <>
      <DataPart onImported={onImported} />
      <p>
        <Button kind="plain" expanded={checks} onClick={() => setChecks(!checks)}>
          {t('recoveryLook')}
        </Button>
      </p>
      {checks && <Recovery onMended={() => undefined} />}
      <EraseAll />
    </>
  );
}
