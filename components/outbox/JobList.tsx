import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { pinIdOf } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import { useVirtualRows } from '../ui/virtual-rows';
import { JobRow, type JobRowProps } from './JobRow';

/** A row with two lines of words and its buttons, in px. */
const USUAL_HEIGHT = 83;

/** How many rows Page Up and Page Down go. */
const PAGE = 8;

interface JobListProps extends Omit<JobRowProps, 'job' | 'chosen'> {
  jobs: readonly Job[];
  chosen: ReadonlySet<string>;
}

/**
 * The pins of the outbox, of which only those on the screen are drawn. Arrows, Page Up and Down, Home and End go from pin to
 * pin, Space chooses one, Enter opens it at Pinterest and Delete takes it back; Tab goes to a pin's own buttons.
 */
export function JobList({ jobs, chosen, ...row }: JobListProps) {
  const list = useRef<HTMLUListElement | null>(null);
  const [at, setAt] = useState(0);
  const wanted = useRef(-1);
  const order = useOrder(jobs);
  const keyOf = useCallback((index: number) => order[index]?.id ?? `${index}`, [order]);
  const { rows, height, measure, scrollTo } = useVirtualRows({
    count: jobs.length,
    keyOf,
    rowHeight: USUAL_HEIGHT,
    scroller: list,
    keep: at,
  });
  useLayoutEffect(() => {
    const drawn = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!drawn) return;
    wanted.current = -1;
    drawn.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of a button, a box or the board's list are theirs.
    if (!(event.target instanceof HTMLLIElement)) return;
    const job = jobs[at];
    const to = nextRow(event.key, at, jobs.length);
    if (to !== null) {
      wanted.current = to;
      setAt(to);
      scrollTo(to);
    } else if (!job || !act(event.key, job, row)) return;
    event.preventDefault();
  };
  return (
    <ul
      ref={list}
      class="outbox-list"
      aria-label={t('tabOutbox')}
      style={{ '--all-rows': `${height}px` }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ index, start }) => {
        const job = jobs[index];
        return (
          job && (
            <li
              key={job.id}
              ref={measure}
              data-index={index}
              class="outbox-job"
              aria-posinset={index + 1}
              aria-setsize={jobs.length}
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pin takes keys of its own
              tabIndex={index === Math.min(at, jobs.length - 1) ? 0 : -1}
              style={{ transform: `translateY(${start}px)` }}
              onFocusIn={() => setAt(index)}
            >
              <JobRow {...row} job={job} chosen={chosen.has(job.id)} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Gives the jobs as they were as long as the same ones are in the same places: a new order is one that is measured anew. */
function useOrder(jobs: readonly Job[]): readonly Job[] {
  const order = useRef(jobs);
  const before = order.current;
  const isSame = before.length === jobs.length && jobs.every(({ id }, at) => before[at]?.id === id);
  if (!isSame) order.current = jobs;
  return order.current;
}

function nextRow(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** Does what a key on a pin stands for; false where it stands for nothing. */
function act(key: string, job: Job, { siteUrl, onChoose, onOpenUrl, onUndo }: Keyed): boolean {
  const pinId = pinIdOf(job);
  if (key === ' ') onChoose(job.id);
  else if (key === 'Enter' && pinId) onOpenUrl(`${siteUrl}/pin/${pinId}/`);
  else if (key === 'Delete' && job.stage.name !== 'cancelled' && !job.undo) onUndo(job.id);
  else return false;
  return true;
}

type Keyed = Pick<JobRowProps, 'siteUrl' | 'onChoose' | 'onOpenUrl' | 'onUndo'>;
