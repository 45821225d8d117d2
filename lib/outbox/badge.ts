import { browser } from 'wxt/browser';

import { isOpen } from './job';
import type { Job } from './types';

interface Badge {
  text: string;
  needsPerson: boolean;
}

/** What fits on the toolbar button. */
const MOST = 999;

/** What the toolbar button says of the outbox: how many pins are on their way, or that one needs the person. */
export function badgeOf(jobs: readonly Job[]): Badge {
  const onTheirWay = jobs.filter(isOpen).length;
  const needsPerson = jobs.some(({ pause }) => pause?.kind === 'held');
  if (needsPerson) return { text: '!', needsPerson };
  return {
    text: onTheirWay > MOST ? `${MOST}+` : onTheirWay > 0 ? `${onTheirWay}` : '',
    needsPerson,
  };
}

export async function showBadge({ text, needsPerson }: Badge): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: needsPerson ? '#a3341f' : '#1b6b51' });
}
