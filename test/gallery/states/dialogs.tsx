import { CropDialog } from '../../../components/composer/CropDialog';
import { KeysDialog } from '../../../components/keys/KeysDialog';
import { ScheduleDialog } from '../../../components/schedule/ScheduleDialog';
import { NOW } from '../clock.ts';
import { readPicture } from '../data.ts';
import type { GalleryState } from '../state.ts';
import { nothing } from '../stores.ts';

const read = () => readPicture('0');

const state = (name: string, draw: GalleryState['draw']): GalleryState => ({
  name: `dialog/${name}`,
  size: 'popup',
  draw,
});

/** What lies over a view. */
export const dialogStates: GalleryState[] = [
  state('map of keys', () => <KeysDialog onClose={nothing} />),
  state('crop', () => (
    <CropDialog
      picture={{ width: 800, height: 1200, type: 'image/jpeg' }}
      crop={null}
      read={read}
      onCrop={nothing}
      onClose={nothing}
    />
  )),
  state('schedule', () => (
    <ScheduleDialog at={NOW + 86_400_000} onChoose={nothing} onClose={nothing} />
  )),
];
