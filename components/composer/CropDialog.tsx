import './CropDialog.css';
import { useState } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import {
  croppedSize,
  largestCrop,
  shapeOfCrop,
  whole,
  type Crop,
  type CropShape,
} from '../../lib/media/crop';
import { keyText } from '../keys/key-names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Picture } from '../ui/Picture';
import { Segmented } from '../ui/Segmented';
import { typedBytes } from '../ui/typed-bytes';
import { CropBox } from './CropBox';

interface CropDialogProps {
  /** Pixels of the whole picture, and what it is. */
  picture: { width: number; height: number; type: string };
  crop: Crop | null;
  read: () => Promise<Blob | null>;
  /** Null for the whole picture. */
  onCrop: (crop: Crop | null) => void;
  onClose: () => void;
}

/** Chooses the part of a picture that is pinned, by pointer or by keys. */
export function CropDialog({ picture, crop: given, read, onCrop, onClose }: CropDialogProps) {
  const [shape, setShape] = useState(given ? shapeOfCrop(picture, given) : 'tall');
  const [crop, setCrop] = useState<Crop>(given ?? largestCrop(picture, 'tall'));
  // The same picture as long as it is open.
  const [take] = useState(() => async () => typedBytes(await read(), picture.type));
  const size = croppedSize(picture, crop);
  const choose = (next: CropShape) => {
    setShape(next);
    if (next !== 'free') setCrop(largestCrop(picture, next));
  };
  const end = (chosen: Crop) => {
    const isWhole = chosen.width >= 0.999 && chosen.height >= 0.999;
    onCrop(isWhole ? null : chosen);
    onClose();
  };
  return (
    <Dialog title={t('cropTitle')} onClose={onClose}>
      <div class="crop">
        <Segmented
          label={t('cropShape')}
          value={shape}
          onChange={choose}
          options={[
            { value: 'tall', label: t('cropTall') },
            { value: 'square', label: t('cropSquare') },
            { value: 'free', label: t('cropFree') },
          ]}
        />
        <div
          class="crop-stage"
          dir="ltr"
          style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
        >
          <Picture read={take} class="crop-picture" />
          <CropBox {...{ picture, crop, shape }} onChange={setCrop} />
        </div>
        <p class="small muted num" role="status">
          {t('cropSize', formatNumber(size.width), formatNumber(size.height))}
        </p>
        <p class="tiny faint">{t('cropKeys', keyText('Shift'), keyText('Ctrl'))}</p>
        <p class="crop-buttons">
          <Button onClick={() => end(whole)}>{t('cropWhole')}</Button>
          <span class="grow" />
          <Button kind="primary" onClick={() => end(crop)}>
            {t('cropUse')}
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
