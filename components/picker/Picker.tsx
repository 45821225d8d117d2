import './Picker.css';
import { useState } from 'preact/hooks';

import type { ImageCandidate } from '../../lib/capture/types';
import { toAppError, type AppError } from '../../lib/errors';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import {
  filters,
  isSought,
  pictureAt,
  pictureOfFile,
  type PickerFilter,
} from '../../lib/state/picker';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { AddPicture, takeTransfer } from './AddPicture';
import { GrabActions } from './GrabActions';
import { Grid } from './Grid';
import { Tile } from './Tile';

export interface PickerProps {
  images: readonly ImageCandidate[];
  chosen: string | null;
  /** `large` where there is room: in the side panel. */
  size?: 'small' | 'large';
  /** Takes the pictures in the order in which they were selected; the first is the one to write about. */
  onChoose: (images: ImageCandidate[]) => void;
  /** Shows where on the page a picture is. */
  onShow: (image: ImageCandidate) => void;
  onFrames: () => Promise<ImageCandidate[]>;
  onRegion: () => void;
}

const filterText: Readonly<Record<PickerFilter, MessageKey>> = {
  all: 'filterAll',
  large: 'filterLarge',
  tall: 'filterTall',
  photo: 'filterPhoto',
};

/** The page's pictures to choose from, one or several, and pictures that the person brings along. */
export function Picker(props: PickerProps) {
  const { images, chosen, size = 'small', onChoose, onShow, onFrames, onRegion } = props;
  const [filter, setFilter] = useState<PickerFilter>('all');
  const [selected, setSelected] = useState<string[]>([]);
  const [added, setAdded] = useState<ImageCandidate[]>([]);
  const [focus, setFocus] = useState(0);
  const [moved, setMoved] = useState(0); // how often the focus is to be put on a tile
  const [tries, setTries] = useState<Record<string, number>>({});
  const [problem, setProblem] = useState<AppError | null>(null);
  const all = [...added, ...images];
  const current = all[focus];
  const sought = all.filter((image) => isSought(filter, image)).length;

  const toggle = (image?: ImageCandidate) => {
    if (!image || image.nopin) return;
    const { url } = image;
    setSelected((urls) =>
      urls.includes(url) ? urls.filter((each) => each !== url) : [...urls, url],
    );
  };
  const take = (image?: ImageCandidate) => {
    const urls = selected.length > 0 ? selected : image && !image.nopin ? [image.url] : [];
    const taken = urls.flatMap((url) => all.find((each) => each.url === url) ?? []);
    if (taken.length === 0) return;
    setSelected([]);
    onChoose(taken);
  };
  const add = (image: ImageCandidate) => {
    setAdded((before) => [image, ...before.filter(({ url }) => url !== image.url)]);
    setSelected((urls) => [...urls.filter((url) => url !== image.url), image.url]);
  };
  const own = {
    onUrl: (url: string) => add(pictureAt(url)),
    onFiles: (files: Iterable<File>) => {
      setProblem(null);
      for (const file of files) {
        void pictureOfFile(file).then(add, (error: unknown) => setProblem(toAppError(error)));
      }
    },
  };

  return (
    <div
      class="picker"
      onPaste={(event) => takeTransfer(event.clipboardData, own)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        takeTransfer(event.dataTransfer, own);
      }}
    >
      {all.length > 0 && (
        <>
          <Segmented
            label={t('filterLabel')}
            value={filter}
            onChange={setFilter}
            options={filters.map((value) => ({ value, label: t(filterText[value]) }))}
          />
          <p class="tiny faint num" role="status">
            {t('filterCount', formatNumber(sought), formatNumber(all.length))}
          </p>
        </>
      )}
      {all.length === 0 && chosen !== null && <p class="muted">{t('imageNone')}</p>}
      <Grid
        label={t('imageChoose')}
        count={all.length}
        size={size}
        focus={focus}
        moved={moved}
        onFocus={setFocus}
        onTake={(index) => take(all[index])}
        onToggle={(index) => toggle(all[index])}
        renderTile={(index, place) => {
          const image = all[index];
          return image ? (
            <Tile
              key={image.url}
              image={image}
              place={place}
              isDim={!isSought(filter, image)}
              isCurrent={image.url === chosen}
              order={selected.indexOf(image.url) + 1}
              onFocus={() => setFocus(index)}
              onTake={() => take(image)}
              onToggle={() => toggle(image)}
              tries={tries[image.url] ?? 0}
            />
          ) : (
            <></>
          );
        }}
      />
      <p class="picker-foot">
        {current && !/^(?:file|frame)$/.test(current.from) && (
          <Button kind="plain" onClick={() => onShow(current)}>
            {t('imageShow')}
          </Button>
        )}
        {current && (
          <Button
            kind="plain"
            onClick={() => setTries({ ...tries, [current.url]: (tries[current.url] ?? 0) + 1 })}
          >
            {t('imageRetry')}
          </Button>
        )}
        <span class="grow" />
        {selected.length > 0 && (
          <Button kind="primary" onClick={() => take()}>
            {tn('pickerUse', selected.length)}
          </Button>
        )}
      </p>
      {problem && <ErrorNotice error={problem} onDismiss={() => setProblem(null)} />}
      <GrabActions
        onRegion={onRegion}
        onFrames={async () => {
          const frames = await onFrames();
          setAdded([...frames, ...added.filter(({ from }) => from !== 'frame')]);
          if (frames.length > 0) {
            setFocus(0);
            setMoved(moved + 1);
          }
          return frames.length;
        }}
      />
      <AddPicture {...own} />
    </div>
  );
}
