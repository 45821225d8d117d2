import './Ask.css';
import { useEffect, useRef } from 'preact/hooks';

import type { Lane } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface AskLaneProps {
  site: string;
  /** How often it was asked: each time the answer gets the focus. */
  round: number;
  onAnswer: (lane: Lane) => void;
  /** Nothing is sent, and it is asked another time. */
  onCancel: () => void;
}

/** Whether a site's pictures are the person's to publish: what is not keeps its source with Pinterest's own dialog. */
export function AskLane({ site, round, onAnswer, onCancel }: AskLaneProps) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), [round]);
  return (
    <fieldset class="composer-ask">
      <legend class="small">{t('laneAsk', site)}</legend>
      <Button buttonRef={yes} onClick={() => onAnswer('create')}>
        {t('laneMine')}
      </Button>
      <Button onClick={() => onAnswer('save')}>{t('laneNotMine')}</Button>
      <Button onClick={onCancel}>{t('actionCancel')}</Button>
      <span class="tiny faint">{t('laneRemembered')}</span>
    </fieldset>
  );
}
