import './Tray.css';
import { useEffect, useRef } from 'preact/hooks';

import { canBeCarousel } from '../../lib/drafts/carousel-rules';
import { lacks } from '../../lib/drafts/ready';
import { carouselCount, type Draft, type Together } from '../../lib/drafts/types';
import { formatNumber, t } from '../../lib/i18n';
import type { Tray as Pins, TrayItem } from '../../lib/state/tray';
import { Button } from '../ui/Button';
import { CheckIcon } from '../ui/icons';
import { Picture } from '../ui/Picture';
import { Segmented } from '../ui/Segmented';
import type { ReadBytes } from './Along';
import { useShown } from './use-shown';

interface TrayProps {
  tray: Pins;
  lead: Draft;
  readBytes: ReadBytes;
  /** Shows one of them, or with null what goes for all. */
  onShow: (id: string | null) => void;
  onLeaveOut: (key: string) => void;
  onTogether: (together: Together) => void;
}

/** Several pins that are made together: which is open, which is done, and how they go out. */
export function Tray(props: TrayProps) {
  const { tray, lead, onShow } = props;
  const { items, open } = tray;
  const list = useRef<HTMLDivElement>(null);
  const places = [null, ...items.filter(({ draft }) => draft).map(({ id }) => id)];
  const goTo = (place: number, isFocused: boolean) => {
    const id = places[Math.max(0, Math.min(places.length - 1, place))] ?? null;
    onShow(id);
    const tab = list.current?.querySelector<HTMLElement>(`[data-id="${id ?? ''}"]`);
    if (isFocused) tab?.focus();
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const at = places.indexOf(open);
  useTrayKeys((step) => goTo(at + step, false));
  const index = items.findIndex(({ id }) => id === open);
  const key = index > 0 ? lead.also[index - 1]?.key : undefined;
  const leaveOut = key === undefined ? null : () => props.onLeaveOut(key);
  const keys: Record<string, (() => void) | null> = {
    ArrowRight: () => goTo(at + forward(), true),
    ArrowLeft: () => goTo(at - forward(), true),
    Home: () => goTo(0, true),
    End: () => goTo(places.length - 1, true),
    Delete: leaveOut && (() => (leaveOut(), goTo(0, true))),
  };
  const fits = canBeCarousel(lead);
  return (
    <div class="tray">
      <div
        ref={list}
        class="tray-list"
        role="tablist"
        tabIndex={-1}
        aria-label={t('alongLabel')}
        onKeyDown={(event) => {
          const run = keys[event.key];
          if (!run) return;
          event.preventDefault();
          run();
        }}
      >
        <button
          type="button"
          role="tab"
          class="tray-tab tray-all"
          data-id=""
          aria-selected={open === null}
          tabIndex={open === null ? 0 : -1}
          onClick={() => onShow(null)}
        >
          <span class="tray-count num">{formatNumber(items.length)}</span>
          {t('trayAll')}
        </button>
        {items.map((item, place) => (
          <Tab
            key={item.id}
            {...{ item, lead, place }}
            count={items.length}
            isOpen={item.id === open}
            readBytes={props.readBytes}
            onOpen={() => onShow(item.id)}
          />
        ))}
      </div>
      <div class="tray-how">
        {open === null ? (
          <span class="tiny muted tray-hint">{t('trayAllHint')}</span>
        ) : (
          <span class="tiny muted num">
            {t('imageOf', formatNumber(index + 1), formatNumber(items.length))}
          </span>
        )}
        {leaveOut && (
          <Button kind="plain" onClick={leaveOut}>
            {t('trayLeaveOut')}
          </Button>
        )}
        <span class="grow" />
        {fits ? (
          <Segmented
            label={t('togetherLabel')}
            value="apart"
            onChange={(value) => props.onTogether(value)}
            options={[
              { value: 'apart', label: t('togetherApart') },
              { value: 'crop', label: t('togetherCarousel') },
            ]}
          />
        ) : (
          <span class="tiny faint">
            {t('carouselCount', formatNumber(carouselCount.from), formatNumber(carouselCount.to))}
          </span>
        )}
      </div>
    </div>
  );
}

/** Arrows go the way of the writing. */
const forward = () => (document.documentElement.dir === 'rtl' ? -1 : 1);

/** From anywhere in the view: Alt with Page Down and Page Up, which no field has a use for. */
function useTrayKeys(go: (step: number) => void): void {
  const run = useRef(go);
  run.current = go;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !/^Page(?:Up|Down)$/.test(event.key)) return;
      event.preventDefault();
      run.current(event.key === 'PageDown' ? 1 : -1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

interface TabProps {
  item: TrayItem;
  lead: Draft;
  place: number;
  count: number;
  isOpen: boolean;
  readBytes: ReadBytes;
  onOpen: () => void;
}

function Tab({ item, lead, place, count, isOpen, readBytes, onOpen }: TabProps) {
  const { draft, image } = item;
  const read = useShown(draft, image, readBytes);
  const lack = draft && lacks(draft);
  const state = draft ? (lack ? 'stuck' : 'open') : 'sent';
  const name = draft?.title || image.alt || lead.title || t('imagePreview');
  const words = t('trayPin', formatNumber(place + 1), formatNumber(count), name);
  const said = state === 'open' ? words : `${words}, ${t(stateText[state])}`;
  return (
    <button
      type="button"
      role="tab"
      class="tray-tab"
      data-id={item.id}
      data-state={state}
      aria-label={said}
      title={said}
      aria-selected={isOpen}
      aria-disabled={!draft}
      tabIndex={isOpen ? 0 : -1}
      onClick={draft ? onOpen : undefined}
    >
      <Picture read={read} url={image.shownUrl} alt="" class="tray-picture" />
      {state === 'sent' && (
        <span class="tray-mark">
          <CheckIcon />
        </span>
      )}
      {state === 'stuck' && <span class="tray-mark">!</span>}
    </button>
  );
}

const stateText = { sent: 'traySent', stuck: 'trayStuck' } as const;
