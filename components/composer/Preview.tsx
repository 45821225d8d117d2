import { useCallback } from 'preact/hooks';

import type { ImageCandidate, ImageOrigin, ImageVersion } from '../../lib/capture/types';
import type { Draft } from '../../lib/drafts/types';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { Picture } from '../ui/Picture';

const originText: Readonly<Record<ImageOrigin, MessageKey>> = {
  src: 'originSrc',
  srcset: 'originSrcset',
  picture: 'originPicture',
  lazy: 'originLazy',
  background: 'originBackground',
  poster: 'originPoster',
  'data-pin-media': 'originPinMedia',
  meta: 'originMeta',
  link: 'originLink',
  'page data': 'originPageData',
  noscript: 'originNoscript',
  element: 'originSrc',
  preload: 'originPreload',
  'save link': 'originSaveLink',
  larger: 'originLarger',
  file: 'originFile',
};

interface PreviewProps {
  draft: Draft;
  images: readonly ImageCandidate[];
  readBytes: (id: string) => Promise<Blob | null>;
  /** How many other pictures are pinned along with it. */
  also: number;
  onOnlyThis: () => void;
  onOther: () => void;
  onVersion: (url: string) => void;
}

/** The picture that will be pinned, with its real size and where it was found. */
export function Preview(props: PreviewProps) {
  const { draft, images, readBytes, also, onOther, onVersion } = props;
  const { id, image, media } = draft;
  const kept = media.state === 'kept';
  const read = useCallback(() => readBytes(id), [id, readBytes]);
  const index = images.findIndex(({ url }) => url === image.url);
  return (
    <div class="composer-picture">
      <div class="shot">
        <Picture
          read={kept ? read : null}
          url={image.url}
          alt={image.alt || t('imagePreview')}
          class="shot-picture"
        />
        <span class="shot-tag num">{tagOf(draft)}</span>
      </div>
      {image.versions.length > 0 && <Versions draft={draft} onVersion={onVersion} />}
      {also > 0 && (
        <div class="shot-foot tiny">
          <b class="num">{tn('alsoPictures', also)}</b>
          <span class="grow" />
          <Button kind="plain" onClick={props.onOnlyThis}>
            {t('alsoDrop')}
          </Button>
        </div>
      )}
      <div class="shot-foot tiny muted">
        {images.length > 1 && (
          <span class="num">
            {t('imageOf', formatNumber(Math.max(0, index) + 1), formatNumber(images.length))}
          </span>
        )}
        <span class="grow" />
        <Button kind="plain" onClick={onOther}>
          {t('imageOther')}
        </Button>
      </div>
    </div>
  );
}

/** The sizes that the picture is there in; the largest that could be loaded is chosen already. */
function Versions({ draft, onVersion }: Pick<PreviewProps, 'draft' | 'onVersion'>) {
  const { image, media } = draft;
  const current = media.state === 'kept' ? { ...image, ...media } : image;
  return (
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
  );
}

function versionText({ width, height, from }: ImageVersion): string {
  const origin = t(originText[from]);
  if (width === 0) return origin;
  return height > 0 ? t('imageTag', width, height, origin) : t('imageWide', width, origin);
}

function tagOf({ image, media }: Draft): string {
  if (media.state === 'reading') return t('imageReading');
  if (media.state === 'by-url') return t('imageByUrl');
  const { width, height } = media.state === 'kept' ? media : image;
  if (width === 0) return t(originText[image.from]);
  const tag = t('imageTag', width, height, t(originText[image.from]));
  const was = image.shownWidth > 0 && image.shownWidth < width;
  return was ? `${tag}\n${t('imageWas', image.shownWidth)}` : tag;
}
