import { useState } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import { errorText, type ErrorAction } from '../../lib/error-text';
import type { ErrorInfo } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { JobAnswer } from '../../lib/messages/protocol';
import { isEditable } from '../../lib/outbox/filter';
import { pinIdOf } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import type { When } from '../../lib/outbox/when';
import type { BoardsStore } from '../../lib/state/boards';
import { LateBoardPicker } from '../board-picker/LateBoardPicker';
import { saveDialogUrl } from '../composer/save-dialog';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Missed } from './Scheduled';

export interface HeldProps {
  job: Job;
  siteUrl: string;
  boards: BoardsStore;
  onRetry: (jobId: string, board?: BoardChoice) => void;
  onEdit: (jobId: string) => void;
  onResolve: (jobId: string, answer: JobAnswer) => void;
  /** Gives jobs that were not sent yet another time. */
  onSchedule: (jobIds: string[], when: When) => void;
  /** Where an account's own boards are at Pinterest. */
  boardsUrl: (accountId: string) => string;
  onOpenUrl: (url: string) => void;
  /** Does what an error's words tell to do and the outbox itself can't. */
  onAction: (action: ErrorAction, error: ErrorInfo) => void;
}

/** What is done elsewhere than in the outbox, and so is the first thing to do. */
const elsewhere: ReadonlySet<ErrorAction> = new Set(['connect', 'options', 'open-pinterest']);

/** Why a job needs the person, and what they can do about it. */
export function Held(props: HeldProps) {
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
function Refused(props: HeldProps & { because: ErrorInfo }) {
  const { job, because, boards, siteUrl, onRetry, onEdit, onOpenUrl, onAction } = props;
  const { what, todo, action, actionLabel } = errorText(because);
  const { title, description, link } = job.content;
  const image = { url: job.imageUrl ?? '' };
  const dialog = saveDialogUrl(siteUrl, { title, description, link, image, pageUrl: job.pageUrl });
  const [choosing, setChoosing] = useState(false);
  const retry = { label: t('actionRetry'), run: () => onRetry(job.id) };
  const first =
    action !== null && action !== 'restart' && elsewhere.has(action)
      ? { label: actionLabel ?? '', run: () => onAction(action, because) }
      : null;
  return (
    <>
      <Notice
        tone="bad"
        quiet
        what={what}
        todo={todo}
        action={first ?? retry}
        {...(first ? { more: retry } : {})}
      />
      {choosing && (
        <LateBoardPicker
          store={boards}
          value={null}
          onChange={(board) => onRetry(job.id, board)}
          onEnter={() => undefined}
          onSecret={null}
        />
      )}
      <p class="outbox-actions">
        {isEditable(job) && !choosing && (
          <Button onClick={() => setChoosing(true)}>{t('boardChange')}</Button>
        )}
        {action === 'save-dialog' && (
          <Button onClick={() => onOpenUrl(dialog)}>{t('saveWithPinterest')}</Button>
        )}
        {isEditable(job) && <Button onClick={() => onEdit(job.id)}>{t('actionEdit')}</Button>}
        {job.stage.name === 'removing' && <NotRemoved {...props} />}
      </p>
    </>
  );
}

/** A pin that Pinterest does not let be deleted can be left, or deleted there by the person. */
function NotRemoved({ job, siteUrl, onResolve, onOpenUrl }: HeldProps) {
  return (
    <>
      <Button onClick={() => onOpenUrl(`${siteUrl}/pin/${pinIdOf(job)}/`)}>
        {t('actionOpen')}
      </Button>
      <Button onClick={() => onResolve(job.id, 'keep')}>{t('outboxLeavePin')}</Button>
    </>
  );
}

/** Only the person can tell whether the pin is on the board. */
function Unsure({ job, boardsUrl, onResolve, onOpenUrl }: HeldProps) {
  const { what, todo } = errorText({ code: 'outbox/unsure', data: undefined });
  return (
    <>
      <Notice
        quiet
        what={what}
        todo={todo}
        action={{
          label: t('outboxOpenBoards'),
          run: () => onOpenUrl(boardsUrl(job.accountId)),
        }}
      />
      <p class="outbox-actions">
        <Button onClick={() => onResolve(job.id, 'there')}>{t('outboxIsThere')}</Button>
        {job.undo ? (
          <Button onClick={() => onResolve(job.id, 'not-there')}>{t('outboxNotThere')}</Button>
        ) : (
          <Button onClick={() => onResolve(job.id, 'send-again')}>{t('outboxSendAgain')}</Button>
        )}
      </p>
    </>
  );
}
