import { useCallback } from 'preact/hooks';

import type { ImageCandidate } from '../../lib/capture/types';
import type { Draft } from '../../lib/drafts/types';
import { readStaged } from '../../lib/storage/staged';
import type { ReadBytes } from './Along';
import { cropBlob } from './crop-blob';

/** Gives the way to the bytes of a draft's picture as it goes out: those that are kept, else the person's own file. */
export function useShown(
  draft: Draft | null,
  { url }: ImageCandidate,
  readBytes: ReadBytes,
): () => Promise<Blob | null> {
  const id = draft?.media.state === 'kept' ? draft.id : null;
  const crop = draft?.crop ?? null;
  return useCallback(async () => {
    if (id === null) return readStaged(url);
    const bytes = await readBytes(id);
    return crop && bytes ? cropBlob(bytes, crop) : bytes;
  }, [id, url, crop, readBytes]);
}
