/** The daily look at the account's numbers. */
export const WATCH_ALARM = 'tack-watch';

/** One notification for all that was found: a second one takes the place of the first. */
export const WATCH_NOTIFICATION = 'tack-watch';
