import { browser } from 'wxt/browser';

import { listDraftIds } from '../drafts/store';
import { redact, toErrorInfo } from '../errors';
import { uiLanguage } from '../i18n';
import type { Send } from '../messages/create-send';
import { listJobIds } from '../outbox/store';
import { lastErrors, type NotedError } from '../storage/items';

/** What somebody who is to help needs to know of this Tack: nothing of it names an account, a page or a pin. */
export interface Report {
  /** When it was made, UTC. */
  at: string;
  tack: string;
  browser: string;
  language: string;
  /** What the browser lets Tack do; sites that the person allowed are counted and not named. */
  permissions: string[];
  allowedOrigins: number;
  /** How long the background took to answer, ms; null where it did not. */
  answerMs: number | null;
  /** Names of what the background is to be woken for, and when. */
  alarms: string[];
  outbox: { open: number; ended: number } | { error: string };
  drafts: number | { error: string };
  /** Bytes, as far as the browser says. */
  storage: { used: number | null; free: number | null };
  errors: NotedError[];
}

/** Looks at everything there is, and gives what it found; what can't be read is said in its place. */
export async function makeReport(ask: Send): Promise<Report> {
  const begun = performance.now();
  const answered = await ask('outbox/wake', {}).then(
    () => true,
    () => false,
  );
  const answerMs = answered ? Math.round(performance.now() - begun) : null;
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const { usage = null, quota = null } = await navigator.storage.estimate();
  return {
    at: new Date().toISOString(),
    tack: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: uiLanguage(),
    permissions: permissions.toSorted(),
    allowedOrigins: origins.length,
    answerMs,
    alarms: (await browser.alarms.getAll()).map(
      ({ name, scheduledTime }) => `${name} ${new Date(scheduledTime).toISOString()}`,
    ),
    outbox: await listJobIds().then(
      ({ all, ended }) => ({ open: all.length - ended.length, ended: ended.length }),
      whyNot,
    ),
    drafts: await listDraftIds().then(({ length }) => length, whyNot),
    storage: { used: usage, free: usage === null || quota === null ? null : quota - usage },
    errors: await lastErrors.getValue(),
  };
}

const whyNot = (error: unknown) => ({ error: toErrorInfo(error).code });

/** Gives a report as text to paste, without anything that opens an account. */
export const reportText = (report: Report): string => redact(JSON.stringify(report, undefined, 2));
