import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';

/** The board field, loaded when it is first shown: with its matcher it is a third of what the popup loads. */
export const LateBoardPicker = late(
  () => import('./BoardPicker').then(({ BoardPicker }) => BoardPicker),
  <Skeleton height="52px" />,
);
