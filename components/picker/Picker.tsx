import './Picker.css';
import { useRef, useState } from 'preact/hooks';

import type { ImageCandidate } from '../../lib/capture/types';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import { filters, isSought, nextTile, ownPicture, type PickerFilter } from '../../lib/state/picker';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { Tile } from './Tile';

interface PickerProps {
  images: readonly ImageCandidate[];
  chosen: string | null;
  /** Takes the pictures in the order in which they were selected; the first is the one to write about. */
  onChoose: (images: ImageCandidate[]) => void;
  /** Shows where on the page a picture is. */
  onShow: (image: ImageCandidate) => void;
}

const filterText: Readonly<Record<PickerFilter, MessageKey>> = {
  all: 'filterAll',
  large: 'filterLarge',
  tall: 'filterTall',
  photo: 'filterPhoto',
};

/** The page's pictures to choose from, one or several, and pictures that the person brings along. */
export function Picker({ images, chosen, onChoose, onShow }: PickerProps) {
  const [filter, setFilter] = useState<PickerFilter>('all');
  const [selected, setSelected] = useState<string[]>([]);
  const [added, setAdded] = useState<ImageCandidate[]>([]);
  const [focus, setFocus] = useState(0);
  const [tries, setTries] = useState<Record<string, number>>({});
  const list = useRef<HTMLUListElement>(null);
  const all = [...added, ...images];
  const current = all[focus];
  const sought = all.filter((image) => isSought(filter, image)).length;

  const toggle = (url: string) =>
    setSelected(
      selected.includes(url) ? selected.filter((each) => each !== url) : [...selected, url],
    );
  const take = (image?: ImageCandidate) => {
    const urls = selected.length > 0 ? selected : image ? [image.url] : [];
    const taken = urls.flatMap((url) => all.find((each) => each.url === url) ?? []);
    if (taken.length > 0) onChoose(taken);
  };
  const add = (url: string) => {
    setAdded([ownPicture(url), ...added]);
    setSelected([...selected, url]);
  };
  const goTo = (index: number) => {
    setFocus(index);
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[index]?.focus();
  };

  return (
    <div
      class="picker"
      onPaste={(event) => addFiles(event.clipboardData?.files, add)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        addFiles(event.dataTransfer?.files, add);
      }}
    >
      <Segmented
        label={t('filterLabel')}
        value={filter}
        onChange={setFilter}
        options={filters.map((value) => ({ value, label: t(filterText[value]) }))}
      />
      <p class="tiny faint num" role="status">
        {t('filterCount', formatNumber(sought), formatNumber(all.length))}
      </p>
      {all.length === 0 && <p class="muted">{t('imageNone')}</p>}
      <ul
        ref={list}
        class="picker-grid"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('imageChoose')}
        onKeyDown={(event) => {
          const image = all[focus];
          if (event.key === 'Enter') take(image);
          else if (event.key === ' ' && image && !image.nopin) toggle(image.url);
          else {
            const to = nextTile(event.key, focus, {
              count: all.length,
              columns: columnsOf(list.current),
            });
            if (to === focus) return;
            goTo(to);
          }
          event.preventDefault();
        }}
      >
        {all.map((image, index) => (
          <Tile
            key={image.url}
            image={image}
            isDim={!isSought(filter, image)}
            isCurrent={image.url === chosen}
            order={selected.indexOf(image.url) + 1}
            tabIndex={index === Math.min(focus, all.length - 1) ? 0 : -1}
            onFocus={() => setFocus(index)}
            onTake={() => take(image)}
            onToggle={() => toggle(image.url)}
            tries={tries[image.url] ?? 0}
          />
        ))}
      </ul>
      <p class="picker-foot">
        {current && current.from !== 'file' && (
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
      <AddPicture onAdd={add} />
    </div>
  );
}

/** A picture by its address, or from a file; pasting and dropping do the same. */
function AddPicture({ onAdd }: { onAdd: (url: string) => void }) {
  const [address, setAddress] = useState('');
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  const isPicture = url?.protocol === 'https:' || url?.protocol === 'http:';
  return (
    <details class="picker-add small">
      <summary>{t('pickerAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!isPicture) return;
          onAdd(url.href);
          setAddress('');
        }}
      >
        <TextField
          label={t('pickerAddress')}
          type="url"
          value={address}
          onInput={setAddress}
          spellcheck={false}
          placeholder="https://"
        />
        <Button type="submit" disabled={!isPicture}>
          {t('pickerAddButton')}
        </Button>
      </form>
      <label class="picker-file">
        {t('pickerFile')}
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => addFiles(event.currentTarget.files, onAdd)}
        />
      </label>
    </details>
  );
}

function addFiles(files: FileList | undefined | null, add: (url: string) => void): void {
  for (const file of files ?? []) {
    if (!file.type.startsWith('image/')) continue;
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') add(reader.result);
    });
    reader.readAsDataURL(file);
  }
}

/** How many tiles stand in the first row. */
function columnsOf(list: HTMLElement | null): number {
  const tiles = [...(list?.children ?? [])] as HTMLElement[];
  const top = tiles[0]?.offsetTop;
  const next = tiles.findIndex(({ offsetTop }) => offsetTop !== top);
  return next > 0 ? next : Math.max(1, tiles.length);
}
