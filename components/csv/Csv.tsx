import './Csv.css';
import { useId, useState } from 'preact/hooks';

import { writeCsv } from '../../lib/csv/write';
import { formatNumber, t, tn } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { listJobs } from '../../lib/outbox/store';
import { createCsvStore } from '../../lib/state/csv';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { FieldFrame } from '../ui/Field';
import { useStore } from '../use-store';
import { Failures, fileProblemText, Problems } from './Problems';

interface CsvProps {
  ask: Send;
  /** Gives a text to the person as a file. */
  onSave: (name: string, text: string) => void;
}

/** Pins from a CSV, and the outbox as one. Nothing is queued before what is wrong was shown. */
export function Csv({ ask, onSave }: CsvProps) {
  const [store] = useState(() => createCsvStore(ask));
  const status = useStore(store, (state) => state.status);
  const problem = useStore(store, (state) => state.problem);
  const problems = useStore(store, (state) => state.problems);
  const planned = useStore(store, (state) => state.planned);
  const error = useStore(store, (state) => state.error);
  const isChecked = status === 'checked' && !problem;
  const save = async () => onSave('tack-outbox.csv', writeCsv((await listJobs()).jobs));
  return (
    <div class="csv">
      <p class="muted">{t('csvWords')}</p>
      <Files onCheck={(csv, files) => void store.getState().check(csv, files)} />
      {error && <ErrorNotice error={error} onAction={() => store.getState().reset()} />}
      {problem && (
        <p class="field-error" role="alert">
          {fileProblemText(problem)}
        </p>
      )}
      {!problem && <Problems problems={problems} />}
      {isChecked && (
        <p class="sheet-row">
          <Button
            kind="primary"
            disabled={planned.length === 0}
            onClick={() => void store.getState().queue()}
          >
            {tn('csvQueue', planned.length)}
          </Button>
          <span class="small muted" role="status">
            {tn('csvGood', planned.length)}
          </span>
        </p>
      )}
      {(status === 'queueing' || status === 'done') && <Progress store={store} />}
      <p>
        <Button onClick={() => void save()}>{t('csvSave')}</Button>
      </p>
    </div>
  );
}

/** A file that was changed meanwhile can be chosen again: the browser tells of no file that it has already. */
const anew = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
  currentTarget.value = '';
};

function Files({ onCheck }: { onCheck: (csv: File, files: File[]) => void }) {
  const id = useId();
  const [csv, setCsv] = useState<File | null>(null);
  const [pictures, setPictures] = useState<File[]>([]);
  const take = (chosen: File | null, files: File[]) => {
    setCsv(chosen);
    setPictures(files);
    if (chosen) onCheck(chosen, files);
  };
  return (
    <div class="csv-files">
      <FieldFrame id={`${id}-csv`} label={t('csvFile')}>
        <input
          id={`${id}-csv`}
          class="field-input"
          type="file"
          accept=".csv,text/csv"
          onClick={anew}
          onChange={({ currentTarget: { files } }) => take(files?.[0] ?? null, pictures)}
        />
      </FieldFrame>
      <FieldFrame id={`${id}-pictures`} label={t('csvPictures')}>
        <input
          id={`${id}-pictures`}
          class="field-input"
          type="file"
          accept="image/*"
          multiple
          onClick={anew}
          onChange={({ currentTarget: { files } }) => take(csv, [...(files ?? [])])}
        />
      </FieldFrame>
    </div>
  );
}

function Progress({ store }: { store: ReturnType<typeof createCsvStore> }) {
  const { status, gone, total, queued, there, failures } = useStore(store, (state) => state);
  const repeated = failures.filter(({ error }) => error.code === 'draft/repeated').length;
  return (
    <>
      {status === 'queueing' && <progress value={gone} max={total} aria-label={t('csvQueueing')} />}
      <p role="status">
        {status === 'queueing'
          ? t('csvProgress', formatNumber(gone), formatNumber(total))
          : [tn('csvQueued', queued), there > 0 && tn('csvThere', there)].filter(Boolean).join(' ')}
      </p>
      <Failures failures={failures} />
      {status === 'done' && repeated > 0 && (
        <p>
          <Button onClick={() => void store.getState().queueRepeated()}>
            {tn('csvAgain', repeated)}
          </Button>
        </p>
      )}
    </>
  );
}
