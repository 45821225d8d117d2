import type { ConvertTask } from '../media/keep-converted';
import type { KeptImage } from '../media/kept-image';
import type { Wire } from './wire';

/** What the background asks of the offscreen document. `to` keeps it apart from what views ask of the background. */
export interface ConvertAsk {
  to: 'offscreen';
  type: 'media/convert';
  task: ConvertTask;
}

export type ConvertAnswer = Wire<KeptImage>;
