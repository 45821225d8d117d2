import { numberFormat, uiLanguage } from './i18n';

/** Writes a day of one's own time zone in full: `24 December 2026`. */
export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long' }).format(at);
}

/** Writes a number short: `48.2K`; below 10,000 in full: `1,204`. */
export function formatCompact(value: number): string {
  const options: Intl.NumberFormatOptions =
    value < 10_000 ? {} : { notation: 'compact', maximumFractionDigits: 1 };
  return numberFormat(options).format(value);
}

/** Writes a share as whole percents without its sign: 0.123 and -0.123 are both `12%`. */
export function formatPercent(share: number): string {
  return numberFormat({ style: 'percent' }).format(Math.abs(share));
}

/** Writes a day of UTC given as `YYYY-MM-DD`: `24 Oct`. */
export function formatDay(day: string): string {
  const language = uiLanguage();
  dayFormat = dayFormat?.language === language ? dayFormat : dayFormatIn(language);
  return dayFormat.write(Date.parse(`${day}T00:00:00Z`));
}

/** Kept, as a chart has ninety days: to make one takes as long as to write a hundred. */
let dayFormat: ReturnType<typeof dayFormatIn> | null = null;

const dayFormatIn = (language: string) => ({
  language,
  write: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format,
});

/** Writes a clock time (ms of UTC) in the person's own time zone: `14:05`; with the day where it is not today. */
export function formatTime(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(uiLanguage(), {
    hour: '2-digit',
    minute: '2-digit',
    ...(today ? {} : { day: 'numeric', month: 'short' }),
  }).format(at);
}

/** Writes a place in a video, given in seconds, as players do: `1:05`, `1:02:05`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => String(part).padStart(index === 0 ? 1 : 2, '0')).join(':');
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Writes how long ago a moment (ms of UTC) was: `2 days ago`; `now` within the last minute. */
export function formatAgo(at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(uiLanguage(), { numeric: 'auto' });
  const past = Math.max(0, now - at);
  const [unit, size] = steps.find(([, ms]) => past >= ms) ?? ['second', 1000];
  return format.format(unit === 'second' ? 0 : -Math.floor(past / size), unit);
}

/** Gives the host of an address without `www.`, or '' where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
