import type { ConvertTask } from '../media/keep-converted';

/** What the background asks of the offscreen document. `to` keeps it apart from what views ask of the background. */
export type OffscreenAsk = ConvertAsk | KeepVideoAsk | UploadAsk | LikelyAsk;

export interface ConvertAsk {
  to: 'offscreen';
  type: 'media/convert';
  task: ConvertTask;
}

/** Takes a staged video in for a draft: copies, probes and hashes it. */
export interface KeepVideoAsk {
  to: 'offscreen';
  type: 'video/keep';
  id: string;
  url: string;
}

/** Answered once the upload holds its lease. */
export interface UploadAsk {
  to: 'offscreen';
  type: 'upload/start';
  jobId: string;
}

/** Which places something about a draft speaks for; answered with their keys. */
export interface LikelyAsk {
  to: 'offscreen';
  type: 'board/likely';
  draftId: string;
}
