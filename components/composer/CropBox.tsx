import { useRef } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { moveCrop, resizeCrop, type Crop, type CropShape } from '../../lib/media/crop';

interface CropBoxProps {
  picture: { width: number; height: number };
  crop: Crop;
  shape: CropShape;
  onChange: (crop: Crop) => void;
}

/** Fractions of the picture that a key moves by, and with Ctrl. */
const STEP = 0.02;
const FINE = 0.002;

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The part that is taken, over its picture: dragged, or moved by arrows and sized by Shift with them. */
export function CropBox({ picture, crop, shape, onChange }: CropBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const change = (dx: number, dy: number, isSize: boolean) =>
    onChange(isSize ? resizeCrop(crop, picture, shape, { dx, dy }) : moveCrop(crop, dx, dy));
  const onPointerMove = (event: PointerEvent) => {
    const stage = box.current?.parentElement;
    if (!stage || !box.current?.hasPointerCapture(event.pointerId)) return;
    const isSize = box.current.dataset['held'] === 'corner';
    change(event.movementX / stage.clientWidth, event.movementY / stage.clientHeight, isSize);
  };
  const onPointerDown = (event: PointerEvent) => {
    const isCorner = event.target instanceof HTMLElement && event.target.matches('.crop-corner');
    if (box.current) box.current.dataset['held'] = isCorner ? 'corner' : 'box';
    box.current?.setPointerCapture(event.pointerId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    const step = event.ctrlKey || event.metaKey ? FINE : STEP;
    change(direction[0] * step, direction[1] * step, event.shiftKey);
  };
  return (
    <div
      ref={box}
      class="crop-box"
      role="application"
      aria-label={t('cropBox')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move it
      tabIndex={0}
      style={{
        left: `${crop.x * 100}%`,
        top: `${crop.y * 100}%`,
        width: `${crop.width * 100}%`,
        height: `${crop.height * 100}%`,
      }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    >
      <span class="crop-corner" />
    </div>
  );
}
