import type { ComposerStore } from '../../lib/state/composer';
import { Picker } from './Picker';

interface EmptyPickerProps {
  composer: ComposerStore;
  onClose: () => void;
}

/** What there is to choose where a page has no picture: the screen, videos, drawings, and what the person brings along. */
export function EmptyPicker({ composer, onClose }: EmptyPickerProps) {
  const { choose, showOnPage, listFrames, chooseRegion } = composer.getState();
  return (
    <Picker
      images={[]}
      chosen={null}
      onChoose={(images) => void choose(images)}
      onShow={(image) => void showOnPage(image)}
      onFrames={listFrames}
      onRegion={() => void chooseRegion(onClose)}
    />
  );
}
