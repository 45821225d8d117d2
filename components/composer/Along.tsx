import './Along.css';
import { useCallback } from 'preact/hooks';

import type { AlongPicture, Draft, Together } from '../../lib/drafts/types';
import { errorText } from '../../lib/error-text';
import { t } from '../../lib/i18n';
import { readStaged } from '../../lib/storage/staged';
import { IconButton } from '../ui/Button';
import { CloseIcon } from '../ui/icons';
import { Picture } from '../ui/Picture';
import { Segmented } from '../ui/Segmented';
import { typedBytes } from '../ui/typed-bytes';

/** Gives the bytes that are kept of a draft's picture; `key` is that of one that goes along. */
export type ReadBytes = (id: string, key?: string) => Promise<Blob | null>;

interface AlongProps {
  draft: Draft;
  readBytes: ReadBytes;
  onLeaveOut: (key: string) => void;
  onTogether: (together: Together) => void;
}

/** The pictures of one carousel, in the shape that all of them get. */
export function Along({ draft, readBytes, onLeaveOut, onTogether }: AlongProps) {
  const { also, together, image, media } = draft;
  const { width, height } = media.state === 'kept' ? media : image;
  const shape = !width || !height ? '1' : `${width} / ${height}`;
  const failed = also.find((along) => along.media.state === 'failed')?.media;
  return (
    <fieldset class="along" data-together={together}>
      <legend class="spoken">{t('alongLabel')}</legend>
      <ol class="along-list">
        <Thumb picture={{ key: '', image, media }} {...{ draft, readBytes, shape }} place={1} />
        {also.map((picture, index) => (
          <Thumb
            key={picture.key}
            {...{ draft, readBytes, shape, picture }}
            place={index + 2}
            onLeaveOut={() => onLeaveOut(picture.key)}
          />
        ))}
      </ol>
      <div class="along-how">
        <Segmented
          label={t('togetherLabel')}
          value="carousel"
          onChange={() => onTogether('apart')}
          options={[
            { value: 'apart', label: t('togetherApart') },
            { value: 'carousel', label: t('togetherCarousel') },
          ]}
        />
        <Segmented
          label={t('fitLabel')}
          value={together === 'pad' ? 'pad' : 'crop'}
          onChange={onTogether}
          options={[
            { value: 'crop', label: t('fitCrop') },
            { value: 'pad', label: t('fitPad') },
          ]}
        />
      </div>
      {failed?.state === 'failed' && (
        <p class="tiny along-failed" role="alert">
          {t('alongFailed', errorText(failed.error).what)}
        </p>
      )}
    </fieldset>
  );
}

interface ThumbProps extends Pick<AlongProps, 'draft' | 'readBytes'> {
  picture: AlongPicture;
  place: number;
  shape: string;
  onLeaveOut?: () => void;
}

function Thumb({ draft: { id }, picture, readBytes, place, shape, onLeaveOut }: ThumbProps) {
  const { key, image, media } = picture;
  const type = media.state === 'kept' ? media.type : null;
  const read = useCallback(
    async () =>
      type === null ? readStaged(image.url) : typedBytes(await readBytes(id, key), type),
    [id, key, type, image.url, readBytes],
  );
  const name = image.alt || t('imagePreview');
  return (
    <li class="along-thumb" data-failed={media.state === 'failed' || undefined}>
      <span class="along-shape" style={{ aspectRatio: shape }}>
        <Picture
          read={read}
          url={image.shownUrl}
          alt={t('alongName', place, name)}
          class="along-picture"
        />
      </span>
      {onLeaveOut && (
        <IconButton label={t('alongLeaveOut', place)} onClick={onLeaveOut}>
          <CloseIcon />
        </IconButton>
      )}
    </li>
  );
}
