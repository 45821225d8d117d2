/** Which scopes each operation needs and which rate limit it counts against; written from Pinterest's own description. */
export type Category = 'org_read' | 'org_write' | 'org_analytics' | 'ads_read' | 'ads_analytics';

export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below `/v5`, parameters as `:name`. */
  path: string;
  scopes: readonly string[];
  category: Category;
  /** Whether a token of the app itself (`client_credentials`) may be used. */
  client: boolean;
}

const boardsRead = ['boards:read'];
const boardsWrite = ['boards:read', 'boards:write'];
const pinsRead = ['boards:read', 'pins:read'];
const pinsWrite = ['boards:read', 'boards:write', 'pins:read', 'pins:write'];
const media = ['pins:read', 'pins:write'];
const user = ['user_accounts:read'];
const userWrite = ['user_accounts:write'];
const topPins = ['pins:read', 'user_accounts:read'];
const searchPins = ['boards:read', 'boards:read_secret', 'pins:read', 'pins:read_secret'];
const searchBoards = ['boards:read', 'boards:read_secret'];
const ads = ['ads:read'];

const row = (
  id: string,
  route: string,
  scopes: readonly string[],
  category: Category,
  client = true,
): Operation => {
  const [method, path] = route.split(' ') as [Operation['method'], string];
  return { id, method, path, scopes, category, client };
};

const rows = [
  row('boards/list', 'GET /boards', boardsRead, 'org_read'),
  row('boards/create', 'POST /boards', boardsWrite, 'org_write'),
  row('boards/get', 'GET /boards/:board_id', boardsRead, 'org_read'),
  row('boards/update', 'PATCH /boards/:board_id', boardsWrite, 'org_write'),
  row('boards/delete', 'DELETE /boards/:board_id', boardsWrite, 'org_write', false),
  row('boards/list_pins', 'GET /boards/:board_id/pins', pinsRead, 'org_read'),
  row('board_sections/list', 'GET /boards/:board_id/sections', boardsRead, 'org_read'),
  row('board_sections/create', 'POST /boards/:board_id/sections', boardsWrite, 'org_write', false),
  row(
    'board_sections/update',
    'PATCH /boards/:board_id/sections/:section_id',
    boardsWrite,
    'org_write',
    false,
  ),
  row(
    'board_sections/delete',
    'DELETE /boards/:board_id/sections/:section_id',
    boardsWrite,
    'org_write',
    false,
  ),
  row(
    'board_sections/list_pins',
    'GET /boards/:board_id/sections/:section_id/pins',
    pinsRead,
    'org_read',
  ),
  row('media/list', 'GET /media', ['pins:read'], 'org_read', false),
  row('media/create', 'POST /media', media, 'org_write', false),
  row('media/get', 'GET /media/:media_id', ['pins:read'], 'org_read', false),
  row('multi_pins/analytics', 'GET /pins/analytics', pinsRead, 'org_analytics'),
  row('pins/list', 'GET /pins', pinsRead, 'org_read'),
  row('pins/create', 'POST /pins', pinsWrite, 'org_write'),
  row('pins/get', 'GET /pins/:pin_id', pinsRead, 'org_read'),
  row('pins/update', 'PATCH /pins/:pin_id', pinsWrite, 'org_write'),
  row('pins/delete', 'DELETE /pins/:pin_id', pinsWrite, 'org_write'),
  row('pins/save', 'POST /pins/:pin_id/save', pinsWrite, 'org_write', false),
  row('pins/analytics', 'GET /pins/:pin_id/analytics', pinsRead, 'org_analytics'),
  row('search_user_boards/get', 'GET /search/boards', searchBoards, 'org_read'),
  row('search_user_pins/list', 'GET /search/pins', searchPins, 'org_read', false),
  row('user_account/get', 'GET /user_account', user, 'org_read'),
  row('user_account/analytics', 'GET /user_account/analytics', user, 'org_analytics', false),
  row(
    'user_account/analytics/top_pins',
    'GET /user_account/analytics/top_pins',
    topPins,
    'org_analytics',
  ),
  row(
    'user_account/analytics/top_video_pins',
    'GET /user_account/analytics/top_video_pins',
    topPins,
    'org_analytics',
  ),
  row('linked_business_accounts/get', 'GET /user_account/businesses', user, 'org_read'),
  row('followers/list', 'GET /user_account/followers', user, 'ads_read'),
  row('user_following/get', 'GET /user_account/following', user, 'org_read'),
  row('boards_user_follows/list', 'GET /user_account/following/boards', user, 'org_read'),
  row(
    'follow_user/update',
    'POST /user_account/following/:username',
    userWrite,
    'org_write',
    false,
  ),
  row('user_websites/get', 'GET /user_account/websites', user, 'org_read', false),
  row('verify_website/update', 'POST /user_account/websites', userWrite, 'org_write', false),
  row('unverify_website/delete', 'DELETE /user_account/websites', userWrite, 'org_write', false),
  row('website_verification/get', 'GET /user_account/websites/verification', user, 'org_read'),
  row('user_account/followed_interests', 'GET /users/:username/interests/follow', user, 'org_read'),
  row('ad_accounts/list', 'GET /ad_accounts', ads, 'ads_read'),
  row('ad_accounts/get', 'GET /ad_accounts/:ad_account_id', ads, 'ads_read'),
  row('ad_account/analytics', 'GET /ad_accounts/:ad_account_id/analytics', ads, 'ads_analytics'),
  row(
    'analytics/create_report',
    'POST /ad_accounts/:ad_account_id/reports',
    ads,
    'ads_analytics',
    false,
  ),
  row(
    'analytics/get_report',
    'GET /ad_accounts/:ad_account_id/reports',
    ads,
    'ads_analytics',
    false,
  ),
  row(
    'delivery_metrics/get',
    'GET /resources/delivery_metrics',
    ['ads:read', 'pins:read', 'user_accounts:read'],
    'ads_read',
  ),
  row(
    'audience_insights/get',
    'GET /ad_accounts/:ad_account_id/audience_insights',
    ads,
    'ads_read',
  ),
  row(
    'audience_insights_scope_and_type/get',
    'GET /ad_accounts/:ad_account_id/insights/audiences',
    ads,
    'ads_read',
  ),
] as const;

/** Every operation of the API that needs an access token, by its id in Pinterest's description. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  rows.map((operation) => [operation.id, operation]),
);

/** Operations that Pinterest grants app by app, and refuses others with 401 code 3. */
export const betaOperations: ReadonlySet<string> = new Set(['pins/update', 'multi_pins/analytics']);

/** Operations that the API sandbox does not have (`x-sandbox: disabled`). */
export const notInSandbox: ReadonlySet<string> = new Set([
  'pins/analytics',
  'multi_pins/analytics',
  'user_account/analytics',
  'user_account/analytics/top_pins',
  'user_account/analytics/top_video_pins',
  'user_following/get',
  'user_websites/get',
  'verify_website/update',
  'unverify_website/delete',
  'website_verification/get',
  'search_user_pins/list',
  'search_user_boards/get',
  'analytics/create_report',
  'analytics/get_report',
  'audience_insights/get',
  'audience_insights_scope_and_type/get',
]);

/** Every scope that Pinterest has, with what it lets an app do. */
export const scopeWords: Readonly<Record<string, string>> = {
  'user_accounts:read': 'See your user account and followers, and how your pins do',
  'user_accounts:write': 'Update your user account and followers',
  'boards:read': 'See your public boards, including group boards you join',
  'boards:read_secret': 'See your secret boards',
  'boards:write': 'Create, update or delete your public boards',
  'boards:write_secret': 'Create, update or delete your secret boards',
  'pins:read': 'See your public pins',
  'pins:read_secret': 'See your secret pins',
  'pins:write': 'Create, update or delete your public pins',
  'pins:write_secret': 'Create, update or delete your secret pins',
  'ads:read': 'See your advertising data',
  'ads:write': 'Create, update or delete your ads and advertising data',
  'billing:read': 'See your billing data',
  'billing:write': 'Create, update or delete your billing data',
  'biz_access:read': 'See who has access to your business',
  'biz_access:write': 'Change who has access to your business',
  'catalogs:read': 'See your catalogs',
  'catalogs:write': 'Create, update or delete your catalogs',
  'msot:write': 'Send measurement data',
};
