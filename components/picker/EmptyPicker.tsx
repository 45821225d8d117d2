import type { ImageCandidate } from '../../lib/capture/types';
import type { ComposerStore } from '../../lib/state/composer';
import { Picker } from './Picker';

interface EmptyPickerProps {
  /** What the page has although there is no draft: its author keeps back the one that was asked for. */
  images: readonly ImageCandidate[];
  composer: ComposerStore;
  onClose: () => void;
}

/** What there is to choose where a page has no picture: the screen, videos, drawings, and what the person brings along. */
export function EmptyPicker({ images, composer, onClose }: EmptyPickerProps) {
  const { choose, showOnPage, listFrames, chooseRegion } = composer.getState();
  return (
    <Picker
      images={images}
      chosen={null}
      onChoose={(chosen) => void choose(chosen)}
      onShow={(image) => void showOnPage(image)}
      onFrames={listFrames}
      onRegion={() => void chooseRegion(onClose)}
    />
  );
}
