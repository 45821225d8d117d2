import './VideoPreview.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import type { Draft, KeptMedia } from '../../lib/drafts/types';
import { formatSeconds } from '../../lib/format';
import { formatNumber, t } from '../../lib/i18n';
import { defaultCoverMs } from '../../lib/media/video-limits';
import { Button } from '../ui/Button';
import type { ReadBytes } from './Along';

interface VideoPreviewProps {
  draft: Draft;
  readBytes: ReadBytes;
  onOther: () => void;
  onCover: (ms: number) => void;
}

/** The video that will be pinned, at the moment that is its cover; a slider chooses that. Pinterest counts whole seconds. */
export function VideoPreview({ draft, readBytes, onOther, onCover }: VideoPreviewProps) {
  const { id, media, coverMs = defaultCoverMs } = draft;
  const { width, height, video } = media as KeptMedia;
  const [seconds, setSeconds] = useState(Math.round(coverMs / 1000));
  const player = useRef<HTMLVideoElement>(null);
  const label = useId();
  useSource(player, id, readBytes);
  useEffect(() => {
    if (player.current) player.current.currentTime = seconds;
  }, [seconds]);
  const length = (video?.durationMs ?? 0) / 1000;
  const at = formatSeconds(seconds);
  return (
    <div class="composer-picture">
      <div class="shot">
        <span class="picture shot-picture">
          <video ref={player} aria-label={t('videoPreview')} muted playsInline preload="auto" />
        </span>
        <span class="shot-tag num">
          {t('videoTag', formatNumber(width), formatNumber(height), formatSeconds(length))}
        </span>
      </div>
      <label class="shot-cover tiny muted num" id={label}>
        {t('videoCover', at)}
        <input
          type="range"
          min={0}
          max={Math.floor(length)}
          step={1}
          value={seconds}
          aria-labelledby={label}
          aria-valuetext={at}
          onInput={(event) => setSeconds(event.currentTarget.valueAsNumber)}
          onChange={(event) => onCover(event.currentTarget.valueAsNumber * 1000)}
        />
      </label>
      <div class="shot-foot tiny muted">
        <span class="grow" />
        <Button kind="plain" onClick={onOther}>
          {t('imageOther')}
        </Button>
      </div>
    </div>
  );
}

/** Plays the kept file straight from disk. */
function useSource(
  player: { current: HTMLVideoElement | null },
  id: string,
  readBytes: ReadBytes,
): void {
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    const load = async () => {
      const file = await readBytes(id).catch(() => null);
      if (gone || !file || !player.current) return;
      const at = player.current.currentTime;
      url = URL.createObjectURL(file);
      player.current.src = url;
      player.current.currentTime = at;
    };
    void load();
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [player, id, readBytes]);
}
