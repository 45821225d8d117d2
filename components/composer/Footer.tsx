import type { Lane } from '../../lib/drafts/types';
import { t, tn, type MessageKey } from '../../lib/i18n';
import { Button, IconButton } from '../ui/Button';
import { ClockIcon } from '../ui/icons';
import { Segmented } from '../ui/Segmented';

interface FooterProps {
  /** How many pins come of it. */
  count: number;
  lane: Lane;
  /** Whether the picture is a pin already, which is saved without Pinterest's dialog. */
  isPin: boolean;
  onLane: (lane: Lane) => void;
  connection: 'loading' | 'signed-out' | 'connecting' | 'connected';
  busy: boolean;
  /** Asks when it goes out; null where Pinterest's own dialog sends it. */
  onSchedule: (() => void) | null;
  /** Opens Pinterest's own dialog. */
  onSave: () => void;
}

/** How the pin gets to Pinterest, and the one button. */
export function Footer(props: FooterProps) {
  const { lane, isPin, onLane, connection, busy, onSave } = props;
  const connected = connection === 'connected';
  return (
    <div class="composer-foot">
      {connected && (
        <>
          <Segmented
            label={t('laneLabel')}
            value={lane}
            onChange={onLane}
            options={[
              { value: 'create', label: t('laneCreate') },
              { value: 'save', label: t('laneSave') },
            ]}
          />
          <span class="tiny faint composer-lane">{t(hintOf(lane, isPin))}</span>
        </>
      )}
      <span class="grow" />
      {connected && props.onSchedule && (
        <IconButton label={t('schedule')} onClick={props.onSchedule}>
          <ClockIcon />
        </IconButton>
      )}
      {!connected && <Button onClick={onSave}>{t('saveWithPinterest')}</Button>}
      <Button
        kind="primary"
        type="submit"
        busy={busy || connection === 'connecting'}
        {...(connected ? { shortcut: '↵' } : {})}
      >
        {connected
          ? actionOf(props)
          : t(connection === 'connecting' ? 'connecting' : 'connectPinterest')}
      </Button>
    </div>
  );
}

function hintOf(lane: Lane, isPin: boolean): MessageKey {
  if (lane === 'create') return 'laneCreateHint';
  return isPin ? 'lanePinHint' : 'laneSaveHint';
}

function actionOf({ lane, isPin, count }: FooterProps): string {
  if (lane === 'save' && !isPin) return t('saveWithPinterest');
  if (count > 1) return tn('pinIt', count);
  return t(lane === 'save' ? 'saveIt' : 'pinIt');
}
