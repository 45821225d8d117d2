import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';

/** What the composer loads when it is asked for, and not before it is shown. */
export const LatePicker = late(
  () => import('../picker/Picker').then(({ Picker }) => Picker),
  <Skeleton height="240px" />,
);

export const LatePickerDialog = late(
  () => import('../picker/PickerDialog').then(({ PickerDialog }) => PickerDialog),
  null,
);

export const LateScheduleDialog = late(
  () => import('../schedule/ScheduleDialog').then(({ ScheduleDialog }) => ScheduleDialog),
  null,
);

export const LateAskLane = late(() => import('./AskLane').then(({ AskLane }) => AskLane), null);

export const LateAskAgain = late(() => import('./AskAgain').then(({ AskAgain }) => AskAgain), null);

export const LateLint = late(
  () => import('./LintList').then(({ LintList }) => LintList),
  null,
  true,
);

export const LateCrop = late(
  () => import('./CropDialog').then(({ CropDialog }) => CropDialog),
  null,
);

export const LateTray = late(
  () => import('./Tray').then(({ Tray }) => Tray),
  <Skeleton height="96px" />,
);

export const LateAllPreview = late(
  () => import('./AllPreview').then(({ AllPreview }) => AllPreview),
  <Skeleton height="200px" />,
);

export const LateAlong = late(() => import('./Along').then(({ Along }) => Along), null);

export const LateVideo = late(
  () => import('./VideoPreview').then(({ VideoPreview }) => VideoPreview),
  <Skeleton height="240px" />,
);
