import { useCallback } from 'preact/hooks';

import type { ImageCandidate, ImageVersion } from '../../lib/capture/types';
import type { Draft } from '../../lib/drafts/types';
import { formatNumber, t } from '../../lib/i18n';
import { croppedSize } from '../../lib/media/crop';
import { Button, IconButton } from '../ui/Button';
import { CropIcon } from '../ui/icons';
import { Picture } from '../ui/Picture';
import { typedBytes } from '../ui/typed-bytes';
import type { ReadBytes } from './Along';
import { originText } from './origin';

interface PreviewProps {
  draft: Draft;
  images: readonly ImageCandidate[];
  readBytes: ReadBytes;
  /** Left out where there is no other picture to take. */
  onOther?: () => void;
  onVersion?: (url: string) => void;
  /** Lets a part of the picture be chosen; null where it has no bytes here. */
  onCrop?: (() => void) | null;
}

/** The picture that will be pinned, with its real size and where it was found. */
export function Preview(props: PreviewProps) {
  const { draft, images, readBytes, onOther, onVersion, onCrop } = props;
  const { id, image, media, crop } = draft;
  const kept = media.state === 'kept';
  const type = kept ? media.type : '';
  const read = useCallback(async () => {
    const bytes = typedBytes(await readBytes(id), type);
    return crop ? (await import('./crop-blob')).cropBlob(bytes, crop) : bytes;
  }, [id, type, readBytes, crop]);
  const index = images.findIndex(({ url }) => url === image.url);
  return (
    <div class="composer-picture">
      <div class="shot">
        <Picture
          read={kept ? read : null}
          url={isAddress(image.url) ? image.url : image.shownUrl}
          alt={image.alt || t('imagePreview')}
          class="shot-picture"
        />
        <span class="shot-tag num">{tagOf(draft)}</span>
        {onCrop && (
          <span class="shot-crop">
            <IconButton label={t('crop')} onClick={onCrop}>
              <CropIcon />
            </IconButton>
          </span>
        )}
      </div>
      {image.versions.length > 0 && onVersion && <Versions draft={draft} onVersion={onVersion} />}
      <div class="shot-foot tiny muted">
        {images.length > 1 && (
          <span class="num">
            {t('imageOf', formatNumber(Math.max(0, index) + 1), formatNumber(images.length))}
          </span>
        )}
        <span class="grow" />
        {onOther && (
          <Button kind="plain" onClick={onOther}>
            {t('imageOther')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What was cropped from the screen, or is to be, has a name and no address. */
const isAddress = (url: string) => !/^(?:frame|screen|staged):/.test(url);

/** The sizes that the picture is there in; the largest that could be loaded is chosen already. */
function Versions({ draft, onVersion }: Pick<Required<PreviewProps>, 'draft' | 'onVersion'>) {
  const { image, media } = draft;
  const current = media.state === 'kept' ? { ...image, ...media } : image;
  return (
    <div class="shot-versions-field">
      <select
        class="shot-versions tiny num"
        aria-label={t('imageVersions')}
        value={image.url}
        onChange={(event) => onVersion(event.currentTarget.value)}
      >
        {[current, ...image.versions].map((version) => (
          <option key={version.url} value={version.url}>
            {versionText(version)}
          </option>
        ))}
      </select>
    </div>
  );
}

function versionText({ width, height, from }: ImageVersion): string {
  const origin = t(originText[from]);
  if (width === 0) return origin;
  return height > 0
    ? t('imageTag', formatNumber(width), formatNumber(height), origin)
    : t('imageWide', formatNumber(width), origin);
}

function tagOf({ image, media, crop }: Draft): string {
  if (media.state === 'reading') return t('imageReading');
  if (media.state === 'by-url') return t('imageByUrl');
  const { width, height } = croppedSize(media.state === 'kept' ? media : image, crop);
  if (width === 0) return t(originText[image.from]);
  const tag = t('imageTag', formatNumber(width), formatNumber(height), t(originText[image.from]));
  const was = image.shownWidth > 0 && image.shownWidth < width;
  const lines = [
    tag,
    was && t('imageWas', formatNumber(image.shownWidth)),
    media.state === 'kept' && media.animated && t('imageStill'),
  ];
  return lines.filter(Boolean).join('\n');
}
