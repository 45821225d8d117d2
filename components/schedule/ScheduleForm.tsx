import './ScheduleForm.css';
import { useId } from 'preact/hooks';

import { t, uiLanguage } from '../../lib/i18n';
import type { ScheduleSettings } from '../../lib/outbox/schedule-settings';
import { isZone, ownZone } from '../../lib/outbox/zone';
import type { ScheduleStore } from '../../lib/state/schedule';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { useKept } from '../settings/use-kept';
import { FieldFrame, TextField } from '../ui/Field';
import { Switch } from '../ui/Switch';
import { useStore } from '../use-store';
import { NumberField } from './NumberField';
import { readTime, readTimes, timeText } from './times';

/** When pins go out: slots, quiet hours, distances, and what becomes of what was missed. */
export function Schedule({ store }: { store: ScheduleStore }) {
  const saved = useStore(store, (state) => state.saved);
  const error = useStore(store, (state) => state.error);
  return (
    <>
      {error && <ErrorNotice error={error} onAction={() => void store.getState().load()} />}
      {saved && <ScheduleForm saved={saved} onSave={store.getState().save} />}
    </>
  );
}

interface ScheduleFormProps {
  saved: ScheduleSettings;
  onSave: (settings: ScheduleSettings) => Promise<boolean>;
}

function ScheduleForm({ saved, onSave }: ScheduleFormProps) {
  const typed = { ...saved, times: saved.minutes.map(timeText).join(', ') };
  const { choice, change, isKept, keep } = useKept(typed, ({ times, ...rest }) =>
    onSave({
      ...rest,
      // What is wrong says so at its field, and until it is right what was kept before holds.
      minutes: readTimes(times) ?? saved.minutes,
      zone: isZoneOk(rest.zone) ? rest.zone : saved.zone,
    }),
  );
  return (
    <form
      class="schedule-settings"
      aria-label={t('optionsSchedule')}
      onFocusOut={keep}
      onSubmit={(event) => event.preventDefault()}
    >
      <Days days={choice.days} onChange={(days) => change({ days })} />
      <TextField
        label={t('scheduleTimes')}
        value={choice.times}
        hint={t('scheduleTimesHint')}
        error={readTimes(choice.times) ? null : t('scheduleTimesBad')}
        spellcheck={false}
        onInput={(times) => change({ times })}
      />
      <Quiet quiet={choice.quiet} onChange={(quiet) => change({ quiet })} />
      <div class="schedule-pair">
        <NumberField
          label={t('scheduleSpacing')}
          hint={t('unitMinutes')}
          value={choice.spacingMinutes}
          most={7 * 1440}
          onInput={(spacingMinutes) => change({ spacingMinutes })}
        />
        <NumberField
          label={t('createSpacing')}
          hint={t('unitSeconds')}
          value={choice.createSpacingSeconds}
          most={86_400}
          onInput={(createSpacingSeconds) => change({ createSpacingSeconds })}
        />
        <NumberField
          label={t('boardsApart')}
          hint={t('boardsApartHint')}
          value={choice.boardsApartMinutes}
          least={1}
          most={7 * 1440}
          onInput={(boardsApartMinutes) => change({ boardsApartMinutes })}
        />
      </div>
      <TextField
        label={t('scheduleZoneLabel')}
        value={choice.zone}
        placeholder={ownZone()}
        hint={t('scheduleZoneHint')}
        error={isZoneOk(choice.zone) ? null : t('scheduleZoneBad')}
        spellcheck={false}
        onInput={(zone) => change({ zone: zone.trim() })}
      />
      <Switch
        label={t('sendMissed')}
        words={t('sendMissedWords')}
        checked={choice.sendMissed}
        onChange={(sendMissed) => change({ sendMissed })}
      />
      <p role="status" class="muted small">
        {isKept && t('scheduleSaved')}
      </p>
    </form>
  );
}

const isZoneOk = (zone: string) => zone === '' || isZone(zone);

/** 4 January 2026 was a Sunday. */
const nameOfDay = (day: number) =>
  new Intl.DateTimeFormat(uiLanguage(), { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 4 + day),
  );

/** From Monday, as in most of the world's calendars. */
const week = [1, 2, 3, 4, 5, 6, 0];

function Days({ days, onChange }: { days: number[]; onChange: (days: number[]) => void }) {
  const toggle = (day: number) =>
    onChange(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
  return (
    <fieldset>
      <legend class="tiny muted">{t('scheduleDays')}</legend>
      <div class="schedule-days">
        {week.map((day) => (
          <label class="schedule-day" key={day}>
            <input
              class="spoken"
              type="checkbox"
              checked={days.includes(day)}
              onChange={() => toggle(day)}
            />
            {nameOfDay(day)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type QuietHours = ScheduleSettings['quiet'];

interface QuietProps {
  quiet: QuietHours;
  onChange: (quiet: QuietHours) => void;
}

function Quiet({ quiet, onChange }: QuietProps) {
  const id = useId();
  const { from, to } = quiet ?? { from: 22 * 60, to: 7 * 60 };
  const field = (name: 'from' | 'to', label: string) => (
    <FieldFrame id={`${id}-${name}`} label={label}>
      <input
        id={`${id}-${name}`}
        class="field-input num"
        type="time"
        value={timeText(name === 'from' ? from : to)}
        disabled={quiet === null}
        onInput={({ currentTarget: { value } }) => {
          const minute = readTime(value);
          if (minute !== null) onChange({ from, to, [name]: minute });
        }}
      />
    </FieldFrame>
  );
  return (
    <>
      <Switch
        label={t('scheduleQuiet')}
        words={t('scheduleQuietWords')}
        checked={quiet !== null}
        onChange={(on) => onChange(on ? { from, to } : null)}
      />
      <div class="schedule-pair">
        {field('from', t('scheduleQuietFrom'))}
        {field('to', t('scheduleQuietTo'))}
      </div>
    </>
  );
}
