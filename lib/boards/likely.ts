import { askOffscreen } from '../media/offscreen';
import { tellingPlaces } from './telling';

/** See `tellingPlaces`. Chrome's worker has no room for what tells them, so its document does; Firefox's page can itself. */
export const likelyPlaces: (draftId: string) => Promise<string[]> = import.meta.env.FIREFOX
  ? tellingPlaces
  : (draftId) => askOffscreen({ to: 'offscreen', type: 'board/likely', draftId });
