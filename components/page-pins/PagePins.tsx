import './PagePins.css';
import { useEffect, useState } from 'preact/hooks';

import { formatCompact } from '../../lib/format';
import { formatNumber, t, tn } from '../../lib/i18n';
import { pinsOfPage, walkOwnLinks, type PinHere } from '../../lib/library/page-pins';
import { read } from '../../lib/library/read';
import { send } from '../../lib/messages/send';
import type { BoardsStore } from '../../lib/state/boards';
import { useStore } from '../use-store';

interface PagePinsProps {
  accountId: string;
  /** The page's address, and what it calls its own. */
  addresses: readonly string[];
  boards: BoardsStore;
  siteUrl: string;
}

/** More than this nobody reads in a popup. */
const SHOWN = 10;

/** How many of the person's own pins link to the page, with their boards, and their numbers once they are asked for. */
export function PagePins({ accountId, addresses, boards, siteUrl }: PagePinsProps) {
  const [found, setFound] = useState<{ pins: PinHere[]; among: number | null }>(nothing);
  const [isOpen, setOpen] = useState(false);
  const page = addresses.join(' ');
  useEffect(() => {
    let isGone = false;
    const walk = async () => {
      const links = await walkOwnLinks(send, accountId);
      const pins = await pinsOfPage(links, page.split(' '));
      if (!isGone) setFound({ pins, among: links.complete ? null : links.count });
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
        {among !== null && <span class="faint"> {t('pagePinsAmong', formatNumber(among))}</span>}
      </summary>
      <ul class="page-pins-list">
        {pins.slice(0, SHOWN).map((pin) => (
          <li key={pin.pinId}>{isOpen && <PinLink {...{ pin, boards, siteUrl }} />}</li>
        ))}
      </ul>
    </details>
  );
}

const nothing = { pins: [], among: null };

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

/** Pinterest's numbers of the last 90 days, in words; '' until they are there. */
function useNumbers(pinId: string): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const pin = await read(send, 'pins/get', { pin_id: pinId, pin_metrics: true });
      const { impression, pin_click, clickthrough } = pin.pin_metrics?.['90d'] ?? {};
      if (isGone) return;
      setWords(
        impression === undefined
          ? t('statsNotCounted')
          : t(
              'pagePinNumbers',
              formatCompact(impression),
              formatCompact(pin_click ?? 0),
              formatCompact(clickthrough ?? 0),
            ),
      );
    };
    void look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [pinId]);
  return words;
}
