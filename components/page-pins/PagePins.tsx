import './PagePins.css';
import { useEffect, useState } from 'preact/hooks';

import { formatCompact } from '../../lib/format';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import { pinsOfPage, walkOwnLinks, type PinHere } from '../../lib/library/page-pins';
import { read } from '../../lib/library/read';
import { send } from '../../lib/messages/send';
import type { BoardsStore } from '../../lib/state/boards';
import type { OwnLinks } from '../../lib/storage/late-items';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';

interface PagePinsProps {
  accountId: string;
  /** The page's address, and what it calls its own. */
  addresses: readonly string[];
  boards: BoardsStore;
  siteUrl: string;
  /** Opens the side panel, which shows all of them. */
  onOpenPanel: () => void;
}

/** More than this nobody reads in a popup. */
const SHOWN = 10;

/** How many of the person's own pins link to the page, with their boards, and their numbers once they are asked for. */
export function PagePins(props: PagePinsProps) {
  const { accountId, addresses, boards, siteUrl } = props;
  const [found, setFound] = useState<Found>(nothing);
  const [isOpen, setOpen] = useState(false);
  const page = addresses.join(' ');
  useEffect(() => {
    let isGone = false;
    const walk = async () => {
      const links = await walkOwnLinks(send, accountId);
      const pins = await pinsOfPage(links, page.split(' '));
      if (!isGone) setFound({ pins, among: amongOf(links) });
    };
    void walk().catch(() => undefined); // a popup is opened to pin: what can't be known is not said
    return () => {
      isGone = true;
    };
  }, [accountId, page]);
  const { pins, among } = found;
  if (pins.length === 0) return null;
  return (
    <details class="page-pins" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {tn('pagePins', pins.length)}
        {among && <span class="faint"> {among}</span>}
      </summary>
      <ul class="page-pins-list">
        {pins.slice(0, SHOWN).map((pin) => (
          <li key={pin.pinId}>{isOpen && <PinLink {...{ pin, boards, siteUrl }} />}</li>
        ))}
      </ul>
      {pins.length > SHOWN && (
        <Button kind="plain" onClick={props.onOpenPanel}>
          {t('pagePinsAll', formatNumber(pins.length), t('statsPage'))}
        </Button>
      )}
    </details>
  );
}

interface Found {
  pins: PinHere[];
  /** Among how many of the person's pins, in words; '' where all were looked at. */
  among: string;
}

const nothing: Found = { pins: [], among: '' };

function amongOf({ complete, isCut, count }: OwnLinks): string {
  if (complete && !isCut) return '';
  return t(isCut ? 'pagePinsNewest' : 'pagePinsAmong', formatNumber(count));
}

interface PinLinkProps extends Pick<PagePinsProps, 'boards' | 'siteUrl'> {
  pin: PinHere;
}

function PinLink({ pin, boards, siteUrl }: PinLinkProps) {
  const board = useStore(boards, (state) => state.boards.find(({ id }) => id === pin.boardId));
  const numbers = useNumbers(pin.pinId);
  return (
    <a href={`${siteUrl}/pin/${pin.pinId}/`} target="_blank" rel="noreferrer" class="page-pin">
      <span class="grow cut" dir="auto">
        {board?.name ?? t('pagePinsBoard')}
      </span>
      <span class="tiny faint num">{numbers}</span>
    </a>
  );
}

/** Pinterest's numbers of the last 90 days, in words; '' until it has answered. */
function useNumbers(pinId: string): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const pin = await read(send, 'pins/get', { pin_id: pinId, pin_metrics: true });
      if (!isGone) setWords(numbersText(pin.pin_metrics?.['90d'] ?? {}));
    };
    void look().catch(() => {
      if (!isGone) setWords(t('pagePinUnread'));
    });
    return () => {
      isGone = true;
    };
  }, [pinId]);
  return words;
}

/** What is not counted is not there, and is no zero. */
function numbersText(numbers: Record<string, number>): string {
  const parts = shownNumbers.flatMap(([name, key]) => {
    const value = numbers[name];
    return value === undefined ? [] : [t(key, formatCompact(value))];
  });
  return parts.length === 0 ? t('statsNotCounted') : t('pagePinNumbers', parts.join(' · '));
}

const shownNumbers: readonly [name: string, key: MessageKey][] = [
  ['impression', 'pagePinImpressions'],
  ['pin_click', 'pagePinClicks'],
  ['clickthrough', 'pagePinOutbound'],
];
