import './OutboxList.css';
import { useCallback, useState } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import { errorText } from '../../lib/error-text';
import type { ErrorInfo } from '../../lib/errors';
import { formatTime, hostOf } from '../../lib/format';
import { formatWhen } from '../../lib/format-when';
import { t, tn } from '../../lib/i18n';
import { isEnded, isScheduled, pinIdOf } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import type { When } from '../../lib/outbox/when';
import type { BoardsStore } from '../../lib/state/boards';
import { BoardPicker } from '../board-picker/BoardPicker';
import { saveDialogUrl } from '../composer/save-dialog';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Picture } from '../ui/Picture';
import { Missed, Scheduled } from './Scheduled';

export interface OutboxActions {
  onUndo: (jobId: string) => void;
  /** Lets it go on, on another board where one is given. */
  onRetry: (jobId: string, board?: BoardChoice) => void;
  /** Makes a draft of it again. */
  onEdit: (jobId: string) => void;
  /** The person looked: the pin is there, or is to be sent again. */
  onResolve: (jobId: string, found: boolean) => void;
  /** Gives jobs that were not sent yet another time. */
  onSchedule: (jobIds: string[], when: When) => void;
  onOpenUrl: (url: string) => void;
  onClear: () => void;
}

interface OutboxListProps extends OutboxActions {
  jobs: readonly Job[];
  unreadable: number;
  now: number;
  siteUrl: string;
  boards: BoardsStore;
  readBytes: (id: string) => Promise<Blob | null>;
}

/** Every pin on its way, with what it waits for and what to do. */
export function OutboxList(props: OutboxListProps) {
  const { jobs, unreadable, onClear } = props;
  if (jobs.length === 0 && unreadable === 0) return <p class="empty muted">{t('outboxEmpty')}</p>;
  return (
    <>
      {unreadable > 0 && (
        <Notice what={tn('outboxUnreadable', unreadable)} todo={t('todoStorage')} />
      )}
      <ul class="outbox">
        {jobs.map((job) => (
          <li key={job.id} class="outbox-job">
            <JobRow {...props} job={job} />
          </li>
        ))}
      </ul>
      {jobs.some(isEnded) && (
        <p class="outbox-foot">
          <Button kind="plain" onClick={onClear}>
            {t('outboxClear')}
          </Button>
        </p>
      )}
    </>
  );
}

function JobRow({
  job,
  now,
  siteUrl,
  boards,
  readBytes,
  ...actions
}: OutboxListProps & { job: Job }) {
  const read = useCallback(() => readBytes(job.id), [job.id, readBytes]);
  const pinId = pinIdOf(job);
  const gone = job.stage.name === 'cancelled' || job.stage.name === 'removing';
  const open = (id: string) => actions.onOpenUrl(`${siteUrl}/pin/${id}/`);
  const twins = job.stage.name === 'verified' ? job.stage.twinIds : [];
  return (
    <>
      <div class="outbox-row">
        <Picture
          read={hasBytes(job) ? read : null}
          url={job.imageUrl ?? null}
          class="outbox-picture"
        />
        <div class="grow">
          <p class="outbox-title cut">
            {job.content.title || hostOf(job.pageUrl) || t('outboxUntitled')}
          </p>
          <p class="tiny faint">{stateOf(job, now)}</p>
        </div>
        {pinId && !gone && (
          <Button kind="plain" onClick={() => open(pinId)}>
            {t('actionOpen')}
          </Button>
        )}
        {!gone && !job.undo && (
          <Button kind="plain" onClick={() => actions.onUndo(job.id)}>
            {t(pinId ? 'actionUndo' : 'actionCancel')}
          </Button>
        )}
      </div>
      <Scheduled job={job} now={now} onSchedule={actions.onSchedule} />
      {job.pause?.kind === 'held' && (
        <Held job={job} siteUrl={siteUrl} boards={boards} {...actions} />
      )}
      {twins.map((id) => (
        <Notice
          key={id}
          tone="hint"
          what={t('outboxTwin')}
          action={{ label: t('actionOpen'), run: () => open(id) }}
        />
      ))}
    </>
  );
}

/** Whether the picture, or a carousel's first one, is kept here. */
function hasBytes({ media }: Job): boolean {
  const cover = media.kind === 'carousel' ? media.items[0] : media;
  return cover?.kind === 'bytes';
}

type HeldProps = OutboxActions & { job: Job; siteUrl: string; boards: BoardsStore };

function Held(props: HeldProps) {
  const { pause } = props.job;
  if (pause?.kind !== 'held') return null;
  if (pause.because.code === 'outbox/missed') return <Missed {...props} />;
  return pause.because.code === 'outbox/unsure' ? (
    <Unsure {...props} />
  ) : (
    <Refused {...props} because={pause.because} />
  );
}

/** Something has to change, or at least to be tried again. */
function Refused({
  job,
  because,
  boards,
  siteUrl,
  onRetry,
  onEdit,
  onOpenUrl,
}: HeldProps & { because: ErrorInfo }) {
  const { what, todo, action } = errorText(because);
  const { title, description, link } = job.content;
  const image = { url: job.imageUrl ?? '' };
  const dialog = saveDialogUrl(siteUrl, { title, description, link, image, pageUrl: job.pageUrl });
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Notice
        what={what}
        todo={todo}
        action={{ label: t('actionRetry'), run: () => onRetry(job.id) }}
      />
      {choosing && (
        <BoardPicker
          store={boards}
          value={null}
          onChange={(board) => onRetry(job.id, board)}
          onEnter={() => undefined}
          onSecret={null}
        />
      )}
      <p class="outbox-foot">
        {because.code === 'api/not-found' && !choosing && (
          <Button onClick={() => setChoosing(true)}>{t('boardChange')}</Button>
        )}{' '}
        {action === 'save-dialog' && (
          <Button onClick={() => onOpenUrl(dialog)}>{t('saveWithPinterest')}</Button>
        )}{' '}
        <Button onClick={() => onEdit(job.id)}>{t('actionEdit')}</Button>
      </p>
    </>
  );
}

/** Only the person can tell whether the pin is on the board. */
function Unsure({ job, siteUrl, onResolve, onOpenUrl }: HeldProps) {
  const { what, todo } = errorText({ code: 'outbox/unsure', data: undefined });
  return (
    <>
      <Notice
        what={what}
        todo={todo}
        action={{ label: t('outboxOpenBoard'), run: () => onOpenUrl(siteUrl) }}
      />
      <p class="outbox-foot">
        <Button onClick={() => onResolve(job.id, true)}>{t('outboxIsThere')}</Button>{' '}
        <Button onClick={() => onResolve(job.id, false)}>{t('outboxSendAgain')}</Button>
      </p>
    </>
  );
}

function stateOf(job: Job, now: number): string {
  const { stage, pause, content, undo } = job;
  const board = content.sectionName
    ? `${content.boardName} / ${content.sectionName}`
    : content.boardName;
  if (stage.name === 'cancelled') return t('stateCancelled', board);
  if (undo || stage.name === 'removing') return t('stateRemoving', board);
  if (pause?.kind === 'held') return t('stateHeld', board);
  if (isScheduled(job, now)) return t('stateScheduled', formatWhen(job.notBefore ?? 0, now), board);
  if (pause && 'data' in pause.because) {
    return t('stateWaiting', board, formatTime(pause.until, now), errorText(pause.because).what);
  }
  if (stage.name === 'created' || stage.name === 'verified') return t('toastPinned', board);
  return t('toastWorking', board);
}
