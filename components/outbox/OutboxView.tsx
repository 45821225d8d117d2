import './OutboxView.css';
import { useCallback, useMemo, useState } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import type { ErrorAction } from '../../lib/error-text';
import type { AppError, ErrorInfo } from '../../lib/errors';
import { t, tn } from '../../lib/i18n';
import type { BatchAct } from '../../lib/messages/protocol';
import { countParts, filterJobs, type OutboxPart } from '../../lib/outbox/filter';
import type { When } from '../../lib/outbox/when';
import type { BoardsStore } from '../../lib/state/boards';
import type { LanesStore } from '../../lib/state/lanes';
import type { OutboxStore } from '../../lib/state/outbox';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { late } from '../ui/late';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { BatchBar } from './BatchBar';
import { BroughtBackNotice } from './BroughtBackNotice';
import { JobList } from './JobList';
import { OutboxHead } from './OutboxHead';
import { OutboxTools } from './OutboxTools';
import { useNow } from './use-now';

export interface OutboxViewProps {
  outbox: OutboxStore;
  boards: BoardsStore;
  /** What Pinterest holds back. */
  lanes: LanesStore;
  siteUrl: string;
  readBytes: (id: string) => Promise<Blob | null>;
  /** Where an account's own boards are at Pinterest. */
  boardsUrl: (accountId: string) => string;
  onOpenUrl: (url: string) => void;
  /** Does what an error's words tell to do and the outbox itself can't. */
  onAction: (action: ErrorAction, error: AppError | ErrorInfo) => void;
}

const LateRecovery = late(
  () => import('../data/Recovery').then(({ Recovery }) => Recovery),
  <Skeleton height="160px" />,
);

const LateData = late(
  () => import('../data/DataPart').then(({ DataPart }) => DataPart),
  <Skeleton height="120px" />,
);

const none: ReadonlySet<string> = new Set();

/** Every pin on its way and those that are out: to look for, to filter, and to do something with one or with many. */
export function OutboxView(props: OutboxViewProps) {
  const { outbox, boards, siteUrl, boardsUrl, readBytes, onOpenUrl, onAction } = props;
  const jobs = useStore(outbox, (state) => state.jobs);
  const status = useStore(outbox, (state) => state.status);
  const error = useStore(outbox, (state) => state.error);
  const [part, setPart] = useState<OutboxPart>('all');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(none);
  const [said, setSaid] = useState('');
  const pauses = useStore(props.lanes, (state) => state.pauses);
  const now = useNow(jobs, pauses);
  const unreadable = useStore(outbox, (state) => state.unreadable);
  const isFull = useStore(outbox, (state) => state.isFull);
  const broughtBack = useStore(outbox, (state) => state.broughtBack);
  const [recovers, setRecovers] = useState(false);
  const [isDataShown, setDataShown] = useState(false);
  const isRecovery = recovers || status === 'failed';
  const counts = useMemo(() => countParts(jobs, now), [jobs, now]);
  const shown = useMemo(() => filterJobs(jobs, part, typed, now), [jobs, part, typed, now]);
  const choose = useCallback((id: string) => setChosen((before) => toggled(before, id)), []);
  const { undo, retry, edit, resolve, batch, schedule, clearEnded, load } = outbox.getState();
  const { dismissBroughtBack, dismissError } = outbox.getState();
  const onSchedule = (jobIds: string[], when: When) => void schedule(jobIds, when);
  const act = async (what: BatchAct, board?: BoardChoice) => {
    const ids = jobs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    const done = await batch(ids, what, board);
    setSaid(tn('batchDone', done));
    setChosen(none);
  };
  return (
    <section class="outbox-view" aria-label={t('tabOutbox')}>
      {error && status !== 'failed' && (
        <ErrorNotice
          error={error}
          onDismiss={dismissError}
          onAction={(action) => (action === 'retry' ? void load() : onAction(action, error))}
        />
      )}
      {broughtBack && (
        <BroughtBackNotice {...broughtBack} onDismiss={() => void dismissBroughtBack()} />
      )}
      {isFull && <Notice what={t('outboxFull')} todo={t('outboxFullTodo')} />}
      {unreadable.length > 0 && (
        <Notice
          what={tn('outboxUnreadable', unreadable.length)}
          todo={t('todoStorage')}
          action={{
            label: t(recovers ? 'recoveryBack' : 'recoveryLook'),
            run: () => setRecovers(!recovers),
          }}
        />
      )}
      {!isRecovery && <OutboxHead {...{ jobs, now, onSchedule }} lanes={props.lanes} />}
      {isRecovery && <LateRecovery onMended={() => void load()} />}
      {isRecovery ? null : jobs.length === 0 ? (
        status === 'ready' && <p class="empty muted">{t('outboxEmpty')}</p>
      ) : (
        <>
          <OutboxTools
            {...{ part, typed, counts }}
            onPart={setPart}
            onType={setTyped}
            isAllChosen={shown.length > 0 && shown.every(({ id }) => chosen.has(id))}
            onChooseAll={(all) => setChosen(all ? new Set(shown.map(({ id }) => id)) : none)}
          />
          {chosen.size > 0 && (
            <BatchBar
              count={chosen.size}
              boards={boards}
              onAct={(what, board) => void act(what, board)}
              onClear={() => setChosen(none)}
            />
          )}
          {shown.length === 0 && <p class="empty muted">{t('outboxNoneFound')}</p>}
          <JobList
            jobs={shown}
            {...{ chosen, now, siteUrl, boardsUrl, boards, readBytes, onOpenUrl, onAction }}
            onChoose={choose}
            onSchedule={onSchedule}
            onUndo={(id) => void undo(id)}
            onRetry={(id, board) => void retry(id, board)}
            onEdit={(id) => void edit(id)}
            onResolve={(id, answer) => void resolve(id, answer)}
          />
        </>
      )}
      <footer class="outbox-foot">
        {counts.done > 0 && (
          <Button kind="plain" onClick={() => void clearEnded()}>
            {t('outboxClear')}
          </Button>
        )}
        <Button kind="plain" onClick={() => setDataShown(true)}>
          {t('dataTitle')}
        </Button>
      </footer>
      {isDataShown && (
        <Dialog title={t('dataTitle')} onClose={() => setDataShown(false)}>
          <LateData />
        </Dialog>
      )}
      <p class="spoken" role="status">
        {said || t('outboxNews', counts.going + counts.scheduled, counts.needs)}
      </p>
    </section>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
