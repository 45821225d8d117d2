import {
  array,
  boolean,
  check,
  integer,
  is,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  pipe,
  safeParse,
  string,
  type InferOutput,
} from 'valibot';

import { AppError } from '../errors';
import { schedule } from '../storage/items';
import type { SlotRules } from './slots';
import { isZone, ownZone } from './zone';

const whole = (from: number, to: number) => pipe(number(), integer(), minValue(from), maxValue(to));
const minuteOfDay = whole(0, 1439);

const settingsSchema = object({
  /** IANA name of the slots' zone; '' is the one that the computer is in, wherever it is taken. */
  zone: pipe(
    string(),
    maxLength(100),
    check((zone) => zone === '' || isZone(zone)),
  ),
  days: pipe(array(whole(0, 6)), maxLength(7)),
  minutes: pipe(array(minuteOfDay), maxLength(48)),
  quiet: nullable(object({ from: minuteOfDay, to: minuteOfDay })),
  spacingMinutes: whole(0, 7 * 1440),
  /** The least time between two pins that are sent, of whatever kind, in seconds. */
  createSpacingSeconds: whole(0, 86_400),
  /** How far apart the pins of one picture go to several boards, in minutes. */
  boardsApartMinutes: optional(whole(1, 7 * 1440), 1),
  /** Whether what was due while the browser was closed is sent without asking. */
  sendMissed: boolean(),
});

/** When pins go out, as the person set it. */
export type ScheduleSettings = InferOutput<typeof settingsSchema>;

/** As long as nobody chose otherwise: three slots a day, nothing at night, nothing sent late unasked. */
export const usualSchedule: ScheduleSettings = {
  zone: '',
  days: [0, 1, 2, 3, 4, 5, 6],
  minutes: [9 * 60, 13 * 60, 20 * 60],
  quiet: { from: 22 * 60, to: 7 * 60 },
  spacingMinutes: 30,
  createSpacingSeconds: 0,
  boardsApartMinutes: 1,
  sendMissed: false,
};

/** Gives the settings; where what was kept can't be read, the usual ones, and says so. It is left in place. */
export async function readSchedule(): Promise<{
  settings: ScheduleSettings;
  isUnreadable: boolean;
}> {
  const kept = await schedule.getValue();
  if (kept === null) return { settings: usualSchedule, isUnreadable: false };
  const { success, output } = safeParse(settingsSchema, kept);
  return { settings: success ? output : usualSchedule, isUnreadable: !success };
}

/** Tells whether something is settings of the schedule, as a file may say. */
export const isSchedule = (value: unknown): value is ScheduleSettings => is(settingsSchema, value);

/** Keeps the settings. @throws AppError `message/refused` for what is none */
export async function saveSchedule(settings: ScheduleSettings): Promise<void> {
  const { success, output } = safeParse(settingsSchema, settings);
  if (!success) throw new AppError('message/refused', { type: 'schedule/save' });
  await schedule.setValue(output);
}

/** Gives the rules for slots, in the zone that is meant. */
export const rulesOf = (settings: ScheduleSettings): SlotRules => ({
  ...settings,
  zone: settings.zone || ownZone(),
});
