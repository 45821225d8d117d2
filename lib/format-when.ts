import { uiLanguage } from './i18n';

/*
 * Times of pins. Apart from `format.ts`, which the popup loads before it can paint.
 */

/** Writes a day of one's own time zone as it is said: `3 May`; with its year where that is not this one. */
export function formatDayMonth(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(uiLanguage(), {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** Writes a moment (ms of UTC) in the person's own time zone with its day: `Fri 3 May, 09:00`; with its year where that is another. */
export function formatWhen(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(uiLanguage(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** Writes when something is due, ms of UTC: `14:05` today, `tomorrow 00:05`, then as `formatWhen` does. */
export function formatDue(at: number, now: number): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000);
  if (days !== 0 && days !== 1) return formatWhen(at, now);
  const time = new Intl.DateTimeFormat(uiLanguage(), { hour: '2-digit', minute: '2-digit' });
  const day = new Intl.RelativeTimeFormat(uiLanguage(), { numeric: 'auto' });
  return days === 0 ? time.format(at) : `${day.format(1, 'day')} ${time.format(at)}`;
}

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** Writes a moment as `formatWhen` does, in UTC and saying so. */
export function formatUtc(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at);
}
