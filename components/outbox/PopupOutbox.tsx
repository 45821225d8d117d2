import './OutboxStrip.css';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { tn } from '../../lib/i18n';
import { countParts } from '../../lib/outbox/filter';
import type { OutboxStore } from '../../lib/state/outbox';
import { useStore } from '../use-store';
import { QueuedToast } from './QueuedToast';

interface PopupOutboxProps {
  load: () => Promise<OutboxStore>;
  /** The job that was queued in this popup. */
  jobId: string | null;
  siteUrl: string;
  onOpenUrl: (url: string) => void;
  /** Opens the side panel at the outbox. */
  onOpen: () => void;
  onEnd: () => void;
}

/** What the popup shows of the outbox: how many pins are on their way, and what becomes of the one that was just queued. */
export function PopupOutbox({ load, ...props }: PopupOutboxProps) {
  const [outbox, setOutbox] = useState<OutboxStore | null>(null);
  useEffect(() => void load().then((store) => setOutbox(() => store)), [load]);
  return outbox && <Loaded {...props} outbox={outbox} />;
}

function Loaded(props: Omit<PopupOutboxProps, 'load'> & { outbox: OutboxStore }) {
  const { outbox, onOpen, jobId } = props;
  const jobs = useStore(outbox, (state) => state.jobs);
  const { going, scheduled, needs } = useMemo(() => countParts(jobs), [jobs]);
  const isShown = going + scheduled + needs > 0 && jobId === null;
  return (
    <>
      {isShown && (
        <button type="button" class="outbox-strip" onClick={onOpen}>
          <span class="num grow">
            {going + scheduled > 0 && tn('outboxStrip', going + scheduled)}
          </span>
          {needs > 0 && <b class="num outbox-strip-needs">{tn('outboxStripNeeds', needs)}</b>}
        </button>
      )}
      {jobId && (
        <div class="popup-toast">
          <QueuedToast {...props} />
        </div>
      )}
    </>
  );
}
