import { t } from '../../lib/i18n';
import { isUndoable } from '../../lib/outbox/filter';
import { pinIdOf } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import { RovingList } from '../ui/RovingList';
import { JobRow, type JobRowProps } from './JobRow';

/** A row with two lines of words and its buttons, in px. */
const USUAL_HEIGHT = 83;

interface JobListProps extends Omit<JobRowProps, 'job' | 'chosen'> {
  jobs: readonly Job[];
  chosen: ReadonlySet<string>;
}

const idOf = ({ id }: Job) => id;

/** The pins of the outbox. Space chooses one, Enter opens it at Pinterest and Delete takes it back. */
export function JobList({ jobs, chosen, ...row }: JobListProps) {
  return (
    <RovingList
      label={t('tabOutbox')}
      items={jobs}
      keyOf={idOf}
      rowHeight={USUAL_HEIGHT}
      rowClass="outbox-job"
      onKey={(key, job) => act(key, job, row)}
    >
      {(job) => <JobRow {...row} job={job} chosen={chosen.has(job.id)} />}
    </RovingList>
  );
}

/** Does what a key on a pin stands for; false where it stands for nothing. */
function act(key: string, job: Job, { siteUrl, onChoose, onOpenUrl, onUndo }: Keyed): boolean {
  const pinId = pinIdOf(job);
  if (key === ' ') onChoose(job.id);
  else if (key === 'Enter' && pinId) onOpenUrl(`${siteUrl}/pin/${pinId}/`);
  else if (key === 'Delete' && isUndoable(job)) onUndo(job.id);
  else return false;
  return true;
}

type Keyed = Pick<JobRowProps, 'siteUrl' | 'onChoose' | 'onOpenUrl' | 'onUndo'>;
