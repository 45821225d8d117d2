import './UploadState.css';
import { useEffect, useState } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import type { Job } from '../../lib/outbox/types';
import { watchUploads, type UploadProgress } from '../../lib/outbox/upload-progress';

interface UploadStateProps {
  job: Job;
  /** What is said of a job that is not on its way through media upload, or waits. */
  otherwise: string;
}

/** How a job does; of a video that is being sent, how far. An image is sent in a moment. */
export function UploadState({ job, otherwise }: UploadStateProps) {
  const { stage, pause, undo, content, media } = job;
  const isVideo = media.kind === 'video';
  const isGoing = !pause && !undo;
  const isSending = isGoing && isVideo && stage.name === 'registered';
  const progress = useProgress(isSending ? job.id : null);
  const words = isGoing ? wordsOf(stage.name, isVideo, content.boardName) : null;
  return (
    <>
      <p class="tiny muted num">
        {progress ? progressText(progress, content.boardName) : (words ?? otherwise)}
      </p>
      {progress && (
        <progress
          class="upload-bar"
          aria-label={t('uploadBar')}
          max={progress.total}
          value={progress.done}
        />
      )}
    </>
  );
}

function wordsOf(stage: Job['stage']['name'], isVideo: boolean, board: string): string | null {
  switch (stage) {
    case 'registered':
      return t(isVideo ? 'stateRegistered' : 'stateImageRegistered', board);
    case 'uploaded':
      return t(isVideo ? 'stateUploaded' : 'stateImageUploaded', board);
    case 'processed':
      return isVideo ? t('stateProcessed', board) : null;
    default:
      return null;
  }
}

function progressText({ phase, done, total }: UploadProgress, board: string): string {
  const percent = formatNumber(Math.floor((done / total) * 100));
  const megabytes = (bytes: number) => formatNumber(Math.floor(bytes / 1e6));
  if (phase === 'checking') return t('uploadChecking', board, percent);
  if (done >= total) return t('uploadSent', board, megabytes(total));
  return t('uploadSending', board, percent, megabytes(done), megabytes(total));
}

/** Follows one upload; null where none is asked for, or nothing was heard of it yet. */
function useProgress(jobId: string | null): UploadProgress | null {
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  useEffect(() => {
    if (!jobId) return;
    const shown = new AbortController();
    watchUploads((told) => told.jobId === jobId && setProgress(told), shown.signal);
    return () => {
      shown.abort();
      setProgress(null);
    };
  }, [jobId]);
  return progress;
}
