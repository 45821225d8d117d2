import type { ImageCandidate } from '../../lib/capture/types';
import { t } from '../../lib/i18n';
import { Picture } from '../ui/Picture';

interface ImageGridProps {
  images: readonly ImageCandidate[];
  chosen: string | null;
  onChoose: (image: ImageCandidate) => void;
}

/** As many as a person looks through; the largest come first. */
const SHOWN = 120;

/** The page's pictures to choose from, largest first. */
export function ImageGrid({ images, chosen, onChoose }: ImageGridProps) {
  if (images.length === 0) return <p class="muted">{t('imageNone')}</p>;
  return (
    <ul class="image-grid">
      {images.slice(0, SHOWN).map((image) => (
        <li key={image.url}>
          <button
            type="button"
            class="image-tile"
            aria-pressed={image.url === chosen}
            disabled={image.nopin}
            aria-label={image.alt || t('imageTag', image.width, image.height, '')}
            onClick={() => onChoose(image)}
          >
            <Picture url={image.shownUrl || image.url} class="image-tile-picture" />
            <span class="tiny faint num">
              {image.width > 0 ? `${image.width} × ${image.height}` : ' '}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
