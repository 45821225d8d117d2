import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { Job, JobStage } from '../../lib/outbox/types';
import { progressTeller } from '../../lib/outbox/upload-progress';
import { UploadState } from './UploadState';

const registered = {
  name: 'registered',
  mediaId: '7',
  uploadUrl: '',
  fields: [['policy', 'secret-policy']],
  expiresAt: null,
  registeredAt: 0,
  startedAt: 1,
} satisfies JobStage;

const jobAt = (stage: JobStage, more: Partial<Job> = {}) =>
  ({
    id: 'v',
    stage,
    pause: null,
    undo: false,
    content: { boardName: 'Films' },
    media: { kind: 'video' },
    ...more,
  }) as unknown as Job;

/** Tells progress as the uploading document does, and lets the view hear it. */
async function tell(...[phase, done]: Parameters<ReturnType<typeof progressTeller>['tell']>) {
  const teller = progressTeller('v', 40_000_000);
  await act(async () => {
    teller.tell(phase, done);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  teller.close();
}

afterEach(cleanup);

describe('an upload in the outbox', () => {
  it('says how far it is, as it goes on', async () => {
    render(<UploadState job={jobAt(registered)} otherwise="waiting" />);
    expect(screen.getByText('For Films: the video is next to be sent')).toBeTruthy();

    await tell('checking', 10_000_000);
    expect(screen.getByText('For Films: checking the video, 25 %')).toBeTruthy();
    await tell('sending', 20_000_000);
    expect(screen.getByText('For Films: 50 % sent (20 of 40 MB)')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Upload' })).toHaveProperty('position', 0.5);
    await tell('sending', 40_000_000);
    expect(screen.getByText(/all of 40 MB sent, waiting/)).toBeTruthy();
  });

  it('says what Pinterest does once all is sent', () => {
    const uploaded = { name: 'uploaded', mediaId: '7', since: 0, askAt: 0 } as const;
    render(<UploadState job={jobAt(uploaded)} otherwise="waiting" />);

    expect(screen.getByText(/Pinterest is preparing the video/)).toBeTruthy();
  });

  it('says of an image that goes by its id what happens to it, and counts no bytes', async () => {
    const media = { kind: 'bytes', byId: true } as Job['media'];
    render(<UploadState job={jobAt(registered, { media })} otherwise="waiting" />);
    await tell('sending', 20_000_000);

    expect(screen.getByText('For Films: the picture is being sent')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('leaves the word to what it waits for', () => {
    const because = { code: 'network/unreachable', data: undefined } as const;
    const pause = { kind: 'waiting', until: 5, because } as const;
    render(<UploadState job={jobAt(registered, { pause })} otherwise="offline" />);

    expect(screen.getByText('offline')).toBeTruthy();
  });
});
