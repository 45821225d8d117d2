import './Data.css';
import { useRef, useState } from 'preact/hooks';

import { t, tn } from '../../lib/i18n';
import { send } from '../../lib/messages/send';
import { createDataStore, download } from '../../lib/state/data';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';
import { useStore } from '../use-store';

/** The outbox as a file: to keep it, to take it to another computer, and to bring it back. */
export function DataPart({ onImported }: { onImported?: () => void }) {
  const [data] = useState(() => createDataStore(send, download));
  const [withPictures, setWithPictures] = useState(true);
  const busy = useStore(data, (state) => state.busy);
  const error = useStore(data, (state) => state.error);
  const imported = useStore(data, (state) => state.imported);
  const file = useRef<HTMLInputElement>(null);
  const { save, take } = data.getState();
  const again = useRef<() => void>(() => undefined); // what was asked for last
  const bring = async (chosen: File) => {
    await take(chosen);
    if (data.getState().imported) onImported?.();
  };
  const run = (what: () => Promise<void>) => {
    again.current = () => void what();
    again.current();
  };
  return (
    <div class="data">
      <p class="muted">{t('dataWords')}</p>
      <Switch
        label={t('dataPictures')}
        words={t('dataPicturesWords')}
        checked={withPictures}
        onChange={setWithPictures}
      />
      <p class="data-actions">
        <Button busy={busy === 'export'} onClick={() => run(() => save(withPictures))}>
          {t('dataExport')}
        </Button>
        <Button busy={busy === 'import'} onClick={() => file.current?.click()}>
          {t('dataImport')}
        </Button>
        <input
          ref={file}
          hidden
          type="file"
          accept=".json,.zip"
          aria-label={t('dataImport')}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) run(() => bring(chosen));
            event.currentTarget.value = ''; // the same file can be chosen again
          }}
        />
      </p>
      {error && <ErrorNotice error={error} onAction={() => again.current()} />}
      <div role="status">
        {imported && (
          <>
            <p>
              {tn('dataAdded', imported.added)}
              {imported.known > 0 && ` ${tn('dataKnown', imported.known)}`}
            </p>
            {imported.bad.length > 0 && (
              <>
                <p>{tn('dataBad', imported.bad.length)}</p>
                <ul class="small muted data-names">
                  {imported.bad.slice(0, 50).map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
