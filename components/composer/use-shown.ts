import { useCallback } from 'preact/hooks';

import type { ImageCandidate } from '../../lib/capture/types';
import type { Draft } from '../../lib/drafts/types';
import { readStaged } from '../../lib/storage/staged';
import { typedBytes } from '../ui/typed-bytes';
import type { ReadBytes } from './Along';
import { cropBlob } from './crop-blob';

/** Gives the way to the bytes of a draft's picture as it goes out: those that are kept, else the person's own file. */
export function useShown(
  draft: Draft | null,
  { url }: ImageCandidate,
  readBytes: ReadBytes,
): () => Promise<Blob | null> {
  const id = draft?.media.state === 'kept' ? draft.id : null;
  const type = draft?.media.state === 'kept' ? draft.media.type : '';
  const crop = draft?.crop ?? null;
  return useCallback(async () => {
    if (id === null) return readStaged(url);
    const typed = typedBytes(await readBytes(id), type);
    return crop && typed ? cropBlob(typed, crop) : typed;
  }, [id, type, url, crop, readBytes]);
}
