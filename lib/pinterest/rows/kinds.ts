/** The facts that rows share: the rate limit they count against, and what a lost answer means. */
export const read = { rateCategory: 'org_read', whenLost: 'repeat' } as const;
export const analytics = { rateCategory: 'org_analytics', whenLost: 'repeat' } as const;
/** What makes something new: a lost answer may hide a success. */
export const make = { rateCategory: 'org_write', whenLost: 'unknown' } as const;
/** What leads to the same end however often it is done: changing to a value, deleting. */
export const settle = { rateCategory: 'org_write', whenLost: 'repeat' } as const;
export const adsRead = { rateCategory: 'ads_read', whenLost: 'repeat' } as const;
export const adsAnalytics = { rateCategory: 'ads_analytics', whenLost: 'repeat' } as const;

export const readBoards = ['boards:read'] as const;
export const writeBoards = ['boards:read', 'boards:write'] as const;
export const readPins = ['boards:read', 'pins:read'] as const;
export const writePins = ['boards:read', 'boards:write', 'pins:read', 'pins:write'] as const;
export const readUser = ['user_accounts:read'] as const;
export const readAds = ['ads:read'] as const;
