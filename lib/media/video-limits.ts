/** What Pinterest takes of a video. Numbers from its help pages (research/pinterest-api.md §5); the API names none. */

/** Bytes (help: "2 GB"); taken as thousands of millions, the smaller of the two meanings. */
export const maxVideoBytes = 2_000_000_000;

/** Milliseconds: 4 seconds to 15 minutes. */
export const videoLengthMs = { from: 4_000, to: 15 * 60_000 } as const;

/** Width to height: 1:2 to 1.91:1. */
export const videoShape = { from: 1 / 2, to: 1.91 } as const;

/** Where a cover is taken where the person chose none: many videos begin with a black frame. */
export const defaultCoverMs = 1_000;

/** Whether a file or its kept bytes say that they are a video. */
export const isVideoType = (type: string): boolean => type.startsWith('video/');
