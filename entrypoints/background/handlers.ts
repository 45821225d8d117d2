import { lateHandlers } from '../../lib/messages/late';
import { accountState } from './account-state';

const account = async () => (await import('./account-handlers')).accountHandlers;
const board = async () => (await import('./board-handlers')).boardHandlers;
const draft = async () => (await import('./draft-handlers')).draftHandlers;
const grab = async () => (await import('./grab-handlers')).grabHandlers;
const job = async () => (await import('./job-handlers')).jobHandlers;
const site = async () => (await import('./site-handlers')).siteHandlers;

/** One handler for each message, loaded with those that are mostly asked for together. */
export const handlers = lateHandlers(
  {
    account,
    app: account,
    board,
    csv: job,
    details: draft,
    draft,
    grab,
    hover: site,
    job,
    outbox: job,
    page: draft,
    pinterest: board,
    region: grab,
    schedule: job,
    section: board,
    site,
    stats: board,
    toast: job,
  },
  // Every view asks it as it opens, and may have woken the worker for it: no other file is waited for.
  { 'account/get': () => Promise.resolve(accountState) },
);
