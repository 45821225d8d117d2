/** Writes minutes since midnight as a field for times takes them: 545 is `09:05`. */
export const timeText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Reads `9:05` or `09:05` as minutes since midnight; null where it is no time of a day. */
export function readTime(text: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? minute : null;
}

/** Reads a list of times, in order and each once; null where one of them is none. An empty text is an empty list. */
export function readTimes(text: string): number[] | null {
  const times = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map(readTime);
  if (times.includes(null)) return null;
  return [...new Set(times as number[])].toSorted((a, b) => a - b);
}
