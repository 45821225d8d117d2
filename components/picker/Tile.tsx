import type { ImageCandidate } from '../../lib/capture/types';
import { t } from '../../lib/i18n';
import { Picture } from '../ui/Picture';

interface TileProps {
  image: ImageCandidate;
  /** Not what the filter looks for. */
  isDim: boolean;
  /** The picture of the draft. */
  isCurrent: boolean;
  /** Its place among the selected ones, from 1; 0 where it is not selected. */
  order: number;
  tabIndex: number;
  onFocus: () => void;
  onTake: () => void;
  onToggle: () => void;
  /** How often its loading was asked for again. */
  tries: number;
}

/** One picture of the page. A click takes it, with Ctrl or Shift it joins those that are selected. */
export function Tile(props: TileProps) {
  const { image, isDim, isCurrent, order, tabIndex, onTake, onToggle } = props;
  const { width, height } = image;
  const size = height > 0 ? `${width} × ${height}` : width > 0 ? `${width} px` : '';
  const name = [image.alt || t('imagePreview'), size, image.nopin ? t('imageNopin') : ''];
  const classes = ['picker-tile', isDim && 'is-dim', isCurrent && 'is-current'];
  return (
    <li
      role="option"
      class={classes.filter(Boolean).join(' ')}
      data-order={order > 0 ? order : undefined}
      aria-selected={order > 0}
      aria-disabled={image.nopin || undefined}
      aria-label={name.filter(Boolean).join(', ')}
      tabIndex={tabIndex}
      onFocus={props.onFocus}
      onClick={(event) => {
        if (image.nopin) return;
        if (event.ctrlKey || event.metaKey || event.shiftKey) onToggle();
        else onTake();
      }}
    >
      <Picture key={props.tries} url={image.shownUrl || image.url} class="picker-picture" />
      <span class="picker-facts tiny num" aria-hidden="true">
        {size || ' '}
      </span>
    </li>
  );
}
