import { browser } from 'wxt/browser';

import { redact, toErrorInfo, type AppError, type ErrorInfo } from './errors';

/** Tells whether somebody else could need to know of an error: Pinterest's support, or whoever mends Tack. */
export function isReportable({ code, requestId }: ErrorInfo | AppError): boolean {
  return requestId !== undefined || code === 'unknown' || code === 'api/unreadable-reply';
}

/**
 * Gives what a report of an error needs, as text to paste: code, facts, Pinterest's request id, time (UTC), version and
 * browser. No token, and no address of a page.
 */
export function errorReport(error: ErrorInfo | AppError, at = new Date()): string {
  const { code, data, requestId } = error instanceof Error ? toErrorInfo(error) : error;
  const { version } = browser.runtime.getManifest();
  const report = { code, data, requestId, at: at.toISOString(), tack: version };
  return redact(JSON.stringify({ ...report, browser: navigator.userAgent }, null, 2));
}
