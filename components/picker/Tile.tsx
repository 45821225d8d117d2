import type { ImageCandidate } from '../../lib/capture/types';
import { t } from '../../lib/i18n';
import { originText } from '../composer/origin';
import { Picture } from '../ui/Picture';
import type { TilePlace } from './Grid';

interface TileProps {
  image: ImageCandidate;
  place: TilePlace;
  /** Not what the filter looks for. */
  isDim: boolean;
  /** The picture of the draft. */
  isCurrent: boolean;
  /** Its place among the selected ones, from 1; 0 where it is not selected. */
  order: number;
  onFocus: () => void;
  onTake: () => void;
  onToggle: () => void;
  /** How often its loading was asked for again. */
  tries: number;
}

/** One picture of the page. A click takes it, with Ctrl or Shift it joins those that are selected. */
export function Tile(props: TileProps) {
  const { image, place, isDim, isCurrent, order, onTake, onToggle } = props;
  const facts = [sizeOf(image), kindOf(image)].filter(Boolean).join(' · ');
  const origin = image.note ?? t(image.frameId > 0 ? 'originInFrame' : originText[image.from]);
  const notes = [image.pinId && t('imageIsPin'), image.nopin && t('imageNopin')];
  const name = [image.alt || t('imagePreview'), facts, origin, ...notes];
  const classes = ['picker-tile', isDim && 'is-dim', isCurrent && 'is-current'];
  return (
    <div
      role="option"
      {...place}
      tabIndex={place.tabIndex}
      class={classes.filter(Boolean).join(' ')}
      data-order={order > 0 ? order : undefined}
      aria-selected={order > 0}
      aria-disabled={image.nopin || undefined}
      aria-label={name.filter(Boolean).join(', ')}
      onFocus={props.onFocus}
      onClick={(event) => {
        if (image.nopin) return;
        if (event.ctrlKey || event.metaKey || event.shiftKey) onToggle();
        else onTake();
      }}
    >
      <Picture
        key={props.tries}
        url={image.shownUrl || (image.from === 'frame' ? null : image.url)}
        class="picker-picture"
      />
      <span class="picker-facts tiny num cut" aria-hidden="true">
        {facts || ' '}
      </span>{' '}
      <span class="picker-facts tiny faint" aria-hidden="true">
        {origin}
      </span>
    </div>
  );
}

function sizeOf({ width, height }: ImageCandidate): string {
  return height > 0 ? `${width} × ${height}` : width > 0 ? `${width} px` : '';
}

/** The kind of file as far as it is known: `JPG`, `WEBP`. */
function kindOf({ type, url }: ImageCandidate): string {
  const [, name = ''] =
    /^image\/([a-z]+)/.exec(type) ??
    /^[^?#]+\.(jpe?g|png|webp|avif|gif|svg)(?:[?#]|$)/i.exec(url) ??
    [];
  return name.replace(/jpeg/i, 'jpg').toUpperCase();
}
