import { formatNumber, t, tn } from '../../lib/i18n';
import type { Tray, TrayItem } from '../../lib/state/tray';
import { Button } from '../ui/Button';
import { Picture } from '../ui/Picture';
import type { ReadBytes } from './Along';
import { useShown } from './use-shown';

interface AllPreviewProps {
  tray: Tray;
  readBytes: ReadBytes;
  onOther: () => void;
}

/** As many pictures are seen at once. */
const SEEN = 4;

/** The pictures of a tray at a glance, where what is written goes for all of them. */
export function AllPreview({ tray, readBytes, onOther }: AllPreviewProps) {
  const { items } = tray;
  const more = items.length - SEEN;
  return (
    <div class="composer-picture">
      <div class="tray-stack" data-count={Math.min(items.length, SEEN)}>
        {items.slice(0, SEEN).map((item) => (
          <One key={item.id} {...{ item, readBytes }} />
        ))}
        {more > 0 && <span class="tray-more num">+{formatNumber(more)}</span>}
      </div>
      <div class="shot-foot tiny muted">
        <span class="num">{tn('trayPins', items.length)}</span>
        <span class="grow" />
        <Button kind="plain" onClick={onOther}>
          {t('imageOther')}
        </Button>
      </div>
    </div>
  );
}

function One({ item, readBytes }: { item: TrayItem; readBytes: ReadBytes }) {
  const read = useShown(item.draft, item.image, readBytes);
  return (
    <Picture read={read} url={item.image.shownUrl} alt={item.image.alt} class="tray-picture" />
  );
}
