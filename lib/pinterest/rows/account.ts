import { endpoint } from '../endpoint';
import * as reply from '../replies';
import type { Account, Board, Page, PageQuery } from '../types';
import type { Interest, LinkedBusiness, UserSummary, Website } from '../types-account';
import type { AccountAnalyticsQuery, Analytics, TopPins, TopPinsQuery } from '../types-analytics';
import { analytics, read, readUser } from './kinds';

const topPinScopes = ['pins:read', 'user_accounts:read'] as const;

/** The account that is signed in: what it is, how it does, whom it follows. */
export const accountRows = {
  'user_account/get': endpoint<object, Account>()('GET', '/user_account', {
    scopes: readUser,
    reply: reply.account,
    ...read,
  }),
  'user_account/analytics': endpoint<AccountAnalyticsQuery, Analytics>()(
    'GET',
    '/user_account/analytics',
    { scopes: readUser, reply: reply.analytics, inSandbox: false, ...analytics },
  ),
  'user_account/analytics/top_pins': endpoint<TopPinsQuery, TopPins>()(
    'GET',
    '/user_account/analytics/top_pins',
    { scopes: topPinScopes, reply: reply.topPins, inSandbox: false, ...analytics },
  ),
  'user_account/analytics/top_video_pins': endpoint<TopPinsQuery, TopPins>()(
    'GET',
    '/user_account/analytics/top_video_pins',
    { scopes: topPinScopes, reply: reply.topPins, inSandbox: false, ...analytics },
  ),
  /** A bare array, not a page. */
  'linked_business_accounts/get': endpoint<object, LinkedBusiness[]>()(
    'GET',
    '/user_account/businesses',
    { scopes: readUser, reply: reply.businesses, ...read },
  ),
  /** Counts against the limits of ads, whatever the reason. */
  'followers/list': endpoint<PageQuery, Page<UserSummary>>()('GET', '/user_account/followers', {
    scopes: readUser,
    reply: reply.userPage,
    ...read,
    rateCategory: 'ads_read',
  }),
  'user_following/get': endpoint<PageQuery, Page<UserSummary>>()('GET', '/user_account/following', {
    scopes: readUser,
    reply: reply.userPage,
    inSandbox: false,
    ...read,
  }),
  'boards_user_follows/list': endpoint<PageQuery, Page<Board>>()(
    'GET',
    '/user_account/following/boards',
    { scopes: readUser, reply: reply.boardPage, ...read },
  ),
  /** The operation's id and its path differ; this is the path that Pinterest serves. */
  'user_account/followed_interests': endpoint<PageQuery & { username: string }, Page<Interest>>()(
    'GET',
    '/users/{username}/interests/follow',
    { scopes: readUser, reply: reply.interestPage, ...read },
  ),
  'user_websites/get': endpoint<PageQuery, Page<Website>>()('GET', '/user_account/websites', {
    scopes: readUser,
    reply: reply.websitePage,
    inSandbox: false,
    ...read,
  }),
} as const;
