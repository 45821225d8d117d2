import type { EnvironmentName } from '../auth/types';
import type { WatchLook, WatchNews } from '../watch/rules';
import { defineItem } from './item';
import type { LanePause } from './lane-pause';

/* Keys of extension storage that are no part of the popup's first load; what `items.ts` says of keys holds here as well. */

/** Whether images are uploaded first and made a pin by their id, which Pinterest's description does not know. */
export const imageIds = defineItem<boolean>('local:imageIds', { fallback: false });

/** Whether the page's own menu pins at once to the board that is likely meant. */
export const quickMode = defineItem<boolean>('local:quickMode', { fallback: false });

/** Whether the toolbar button is marked on pages that Tack made a pin of. */
export const pageBadge = defineItem<boolean>('local:pageBadge', { fallback: false });

/** Until when a sign-in in a tab may be answered, ms of UTC; 0 where none goes on. */
export const tabSignInUntil = defineItem<number>('local:tabSignInUntil', { fallback: 0 });

/** Where images by id were refused. */
export const imageIdsRefused = defineItem<EnvironmentName[]>('local:imageIdsRefused', {
  fallback: [],
});

/** Whether the browser has an update of Tack that waits until nothing is under way. */
export const updateReady = defineItem<boolean>('session:updateReady', { fallback: false });

/** Until when each rate category is paused: times alone. A block outlasts the browser, and the next pin would make it longer. */
export const lanePauses = defineItem<Record<string, LanePause>>('local:lanePauses', {
  fallback: {},
});

/** Own pins by what their links are known by (lib/library/page-pins.ts), as far as they are read. */
export interface OwnLinks {
  accountId: string;
  /** Where the next page begins. */
  bookmark: string | null;
  complete: boolean;
  /** There are more than are kept: the newest were looked at. */
  isCut: boolean;
  /** How many pins were looked at. */
  count: number;
  pins: Record<string, [pinId: string, boardId: string][]>;
}

export const ownLinks = defineItem<OwnLinks | null>('session:ownLinks', {
  fallback: null,
});

/** What the person wants to be told of their numbers; what stands there is held to its shape when it is read. */
export const watchSettings = defineItem<unknown>('local:watch', {
  fallback: null,
});

/** What was found, newest first: rules, pin ids and times, and none of Pinterest's numbers. */
export const watchNews = defineItem<WatchNews[]>('local:watchNews', { fallback: [] });

/** What came of the last look; null before the first. */
export const watchLook = defineItem<WatchLook | null>('local:watchLook', {
  fallback: null,
});

/** When each finding was told, ms of UTC; for a rule about pins, when it was last looked at. */
export const watchTold = defineItem<Record<string, number>>('local:watchTold', {
  fallback: {},
});

/** Until when rows were last written of which there is a copy beside their bytes, ms of UTC (lib/outbox/copies.ts). */
export const rowsCopied = defineItem<{ jobs: number; drafts: number }>('local:rowsCopied', {
  fallback: { jobs: 0, drafts: 0 },
});

/** What was brought back after the browser had emptied Tack's databases. */
export interface BroughtBack {
  jobs: number;
  drafts: number;
  /** Folders of pictures whose rows are lost. */
  left: number;
}

/** The same, until the person has read it; nobody's pictures stay as long. */
export const broughtBack = defineItem<BroughtBack | null>('local:broughtBack', {
  fallback: null,
});
