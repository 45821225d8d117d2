import type { BoardMarks, BoardWalk, PackedIndex, RecentChoice, SectionRow } from '../boards/types';
import type { ErrorInfo } from '../errors';
import type { DailyBudget } from '../pinterest/daily-budget';
import type { LaneLevel } from '../pinterest/reserve';
import type { WantedSites } from '../sites/plan';
import type { AllowedSites } from '../sites/types';
import { defineItem } from './item';

/*
 * Every key of extension storage, declared once: here, or in `late-items.ts` where the popup has no use for it.
 * `local` holds what the person chose, times and counts: a content script could read it (research/security-reliability.md F11).
 * `session` holds what Pinterest's terms do not let be stored: it is in memory and ends with the browser.
 */

/** Boards and sections that the person pinned to, newest first; ids and times only. */
export const recentChoices = defineItem<RecentChoice[]>('local:recentChoices', {
  fallback: [],
});

/** Boards that the person wants first, and those they never want offered. */
export const boardMarks = defineItem<BoardMarks>('local:boardMarks', {
  fallback: { starred: [], hidden: [] },
});

/** What the person said of each site: whether its pictures are theirs to publish. By host, without `www.`. */
export const siteLanes = defineItem<Record<string, 'create' | 'save'>>('local:siteLanes', {
  fallback: {},
});

/** The person's templates for a pin's words and link; what stands there is held to its shape when it is read. */
export const detailTemplates = defineItem<unknown>('local:detailTemplates', {
  fallback: null,
});

/** When pins go out by themselves; what stands there is held to its shape when it is read. */
export const schedule = defineItem<unknown>('local:schedule', {
  fallback: null,
});

/** When the outbox was last looked through, ms of UTC: what came due since then was missed. */
export const outboxSeenAt = defineItem<number>('local:outboxSeenAt', { fallback: 0 });

/** Sites in whose pages Tack is without being asked each time, by host; only what the browser grants counts. */
export const allowedSites = defineItem<AllowedSites>('local:allowedSites', {
  fallback: {},
});

/** Sites that the browser is asking the person about. */
export const wantedSites = defineItem<WantedSites>('session:wantedSites', {
  fallback: {},
});

/** Websites that the account has claimed at Pinterest, by host; null until they were read. */
export const claimedSites = defineItem<string[] | null>('session:claimedSites', {
  fallback: null,
});

/** How long a pin waits before it is sent, so that it can still be taken back without a trace, ms. */
export const sendDelay = defineItem<number>('local:sendDelay', { fallback: 0 });

/** Whether the browser shows a notification when a pin needs the person. */
export const notifyHeld = defineItem<boolean>('local:notifyHeld', { fallback: false });

/** Where the page's own menu offers Tack. */
export type MenuPlace = 'image' | 'link' | 'selection' | 'pin' | 'page';

/** Which places of a page have an entry of Tack in their menu. */
export const menuPlaces = defineItem<Record<MenuPlace, boolean>>('local:menuPlaces', {
  fallback: { image: true, link: true, selection: true, pin: true, page: true },
});

/** Whether the welcome page was opened. */
export const welcomed = defineItem<boolean>('local:welcomed', { fallback: false });

/** The key of the vault, once the person has given their passphrase; ends with the browser (lib/auth/seal.ts). */
export const vaultKey = defineItem<JsonWebKey | null>('session:vaultKey', {
  fallback: null,
});

/** Why the last sign-in failed: the popup that asked for it is closed by the consent window. */
export const signInError = defineItem<ErrorInfo | null>('session:signInError', {
  fallback: null,
});

/** An error that was met: when (ms of UTC), where, and Pinterest's id of the request. */
export interface NotedError {
  at: number;
  what: string;
  code: ErrorInfo['code'];
  requestId?: string;
}

/** The last errors, newest first; they end with the browser. */
export const lastErrors = defineItem<NotedError[]>('session:lastErrors', { fallback: [] });

/** The boards as far as they are loaded; see `boards/packed.ts`. */
export const boardIndex = defineItem<PackedIndex | null>('session:boards', {
  fallback: null,
});

/** The reading of boards that is under way, or that a stopped worker left. */
export const boardWalk = defineItem<BoardWalk | null>('session:boardWalk', {
  fallback: null,
});

/** Sections by board id. */
export const sectionIndex = defineItem<Record<string, SectionRow[]>>('session:sections', {
  fallback: {},
});

/** Which draft a tab's popup opens with. */
export const handoffs = defineItem<Record<string, string>>('session:handoffs', {
  fallback: {},
});

/** Why the menu could begin nothing in a tab, for the popup that it opens. */
export const menuProblems = defineItem<Record<string, ErrorInfo>>('session:menuProblems', {
  fallback: {},
});

/** The tabs of the side panel that another view can ask for. */
export type PanelTab = 'page' | 'outbox';

/** What the side panel is to open with, where a view that opens it says so. */
export const panelTab = defineItem<PanelTab | null>('session:panelTab', { fallback: null });

/** Toasts in pages: which job a nonce stands for, and the only document that may use it. */
export const toasts = defineItem<
  Record<string, { jobId: string; tabId: number; documentId?: string; until: number }>
>('session:toasts', { fallback: {} });

/** Choosers of a part of the screen: the only document that may use a nonce, and until when (ms of UTC). */
export const regions = defineItem<
  Record<string, { tabId: number; documentId?: string; until: number }>
>('session:regions', { fallback: {} });

/** Pinterest's clock minus this machine's, in ms, from the last `Date` header. */
export const clockOffset = defineItem<number>('session:clockOffset', { fallback: 0 });

/**
 * What Pinterest said is left of a day's calls, by rate category: counts and times alone, as the day outlasts the browser. Only
 * apps with Trial access are counted by the day; what is over is told by `currentBudgets`.
 */
export const dailyBudget = defineItem<Record<string, DailyBudget>>('local:dailyBudget', {
  fallback: {},
});

/** Where each rate category stood at its last answer. */
export const laneLevels = defineItem<Record<string, LaneLevel>>('session:laneLevels', {
  fallback: {},
});
