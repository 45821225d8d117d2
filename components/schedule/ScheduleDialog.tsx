import './ScheduleDialog.css';
import { useEffect, useId, useState } from 'preact/hooks';

import { errorText } from '../../lib/error-text';
import { toAppError } from '../../lib/errors';
import { formatWhen } from '../../lib/format-when';
import { t, uiLanguage } from '../../lib/i18n';
import { freeSlot, type When } from '../../lib/outbox/when';
import { ownZone } from '../../lib/outbox/zone';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { FieldFrame } from '../ui/Field';

interface ScheduleDialogProps {
  /** What it begins with, ms of UTC; an hour from now where nothing is said. */
  at?: number | undefined;
  onChoose: (when: When) => void;
  onClose: () => void;
}

const HOUR_MS = 3_600_000;

/** Asks when a pin goes out: at a day and time of the person's own clock, or in the next free slot. */
export function ScheduleDialog({ at, onChoose, onClose }: ScheduleDialogProps) {
  const id = useId();
  const [now] = useState(Date.now);
  const [text, setText] = useState(() => toLocal(at ?? now + HOUR_MS));
  const [slot, setSlot] = useState<{ at: number } | { why: string } | null>(null);
  useEffect(() => {
    const noSlot = (error: unknown) => setSlot({ why: errorText(toAppError(error)).what });
    freeSlot(now).then((free) => setSlot({ at: free }), noSlot);
  }, [now]);
  const chosen = Date.parse(text); // without a zone in it, a text is of the computer's own clock
  const isPast = Number.isNaN(chosen) || chosen <= now;
  const [isTried, setIsTried] = useState(false);
  return (
    <Dialog title={t('scheduleTitle')} onClose={onClose}>
      <form
        class="schedule-form"
        noValidate // what is wrong is said below the field
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation(); // it stands in the composer's own form
          setIsTried(true);
          if (!isPast) onChoose({ kind: 'at', at: chosen });
        }}
      >
        <FieldFrame
          id={id}
          label={t('scheduleAt')}
          hint={zoneText(Number.isNaN(chosen) ? now : chosen)}
          error={isTried && isPast ? t('schedulePast') : null}
        >
          <input
            id={id}
            class="field-input num"
            type="datetime-local"
            required
            value={text}
            aria-describedby={`${id}-hint`}
            aria-invalid={isTried && isPast}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </FieldFrame>
        <p class="schedule-slot small">
          <span>
            {slot === null
              ? t('scheduleLooking')
              : 'at' in slot
                ? t('scheduleSlot', formatWhen(slot.at, now))
                : slot.why}
          </span>
          {slot && 'at' in slot && (
            <Button onClick={() => onChoose({ kind: 'slot' })}>{t('scheduleTakeSlot')}</Button>
          )}
        </p>
        <p class="small muted">{t('scheduleWords')}</p>
        <p class="schedule-foot">
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button kind="primary" type="submit">
            {t('scheduleDo')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/** Writes a moment as a field for day and time takes it, by the computer's own clock. */
function toLocal(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The zone by its place and by what it is called at that moment: `Europe/Berlin, Central European Summer Time`. */
function zoneText(at: number): string {
  const parts = new Intl.DateTimeFormat(uiLanguage(), { timeZoneName: 'long' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return [ownZone(), name]
    .filter((part, index, all) => part && all.indexOf(part) === index)
    .join(', ');
}
