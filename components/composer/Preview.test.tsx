import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { aJob } from '../../lib/outbox/testing-board';
import { pictureOf, typeOf } from '../outbox/job-picture';
import { Preview } from './Preview';

afterEach(cleanup);

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"></svg>';
/** What the disk gives: it knows names and no types. */
const fromDisk = async () => new File([drawing], 'original');
const kept = {
  state: 'kept',
  type: 'image/svg+xml',
  size: drawing.length,
  sha256: '',
  width: 600,
  height: 600,
} as const;

describe('a drawing whose bytes are kept', () => {
  it('is shown by the type that it was found with', async () => {
    const shown = vi.spyOn(URL, 'createObjectURL');
    const image = { url: 'https://shop.example/a.svg', alt: 'A drawing', versions: [] };
    const draft = { id: 'd', image, media: kept };
    render(<Preview draft={draft as never} images={[]} readBytes={fromDisk} />);

    await waitFor(() => expect(shown).toHaveBeenCalledTimes(1));
    const [bytes] = shown.mock.calls[0] ?? [];
    expect(bytes).toMatchObject({ type: 'image/svg+xml', size: drawing.length });
    await waitFor(() =>
      expect(screen.getByRole('img').getAttribute('src')).toBe(shown.mock.results[0]?.value),
    );
  });

  it('is shown in the outbox as what is on the disk, also where a photograph was made of it', async () => {
    const { state: _, ...media } = { ...kept, kind: 'bytes' as const };
    const found = { ...aJob(), media };
    const converted = { ...found, media: { ...media, type: 'image/png', original: media } };

    for (const job of [found, converted]) {
      const bytes = await pictureOf(job.id, typeOf(job), null, fromDisk);
      expect(bytes?.type).toBe('image/svg+xml');
    }
  });
});
