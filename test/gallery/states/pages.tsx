import { OptionsView } from '../../../components/views/OptionsView';
import { WelcomeView } from '../../../components/views/WelcomeView';
import { addDraft } from '../../../lib/drafts/store';
import { AppError } from '../../../lib/errors';
import type { AccountState } from '../../../lib/state/account';
import { detailTemplates, lastErrors } from '../../../lib/storage/items';
import { answer, ask } from '../background.ts';
import { NOW } from '../clock.ts';
import { account, app, draft, longWords } from '../data.ts';
import { find, press, type GalleryState } from '../state.ts';
import { accountStore, nothing, settingsStores, SITE } from '../stores.ts';

async function options(changes: Partial<AccountState> = {}, feed?: () => Promise<void>) {
  await feed?.();
  const { details, schedule, allowed } = await settingsStores();
  allowed.setState({ sites: { 'www.ikea.com': { hover: true } } });
  const sites = { 'lindaskitchen.com': 'create', 'www.ikea.com': 'save' } as const;
  return (
    <OptionsView
      account={accountStore({ sites, ...changes })}
      {...{ details, schedule, allowed }}
      siteUrl={SITE}
      ask={ask}
      onCopy={async () => undefined}
      onSaveText={nothing}
      onAskForTab={async () => true}
    />
  );
}

const welcome = (changes: Partial<AccountState> = {}) => (
  <WelcomeView
    account={accountStore(changes)}
    siteUrl={SITE}
    sampleUrl="./sample.jpg"
    onCopy={nothing}
    onOpenUrl={nothing}
    onOpenOptions={nothing}
    onAskForTab={async () => true}
  />
);

const signedOut = {
  status: 'signed-out' as const,
  account: null,
  accounts: [],
  app: { ...app, isReady: false, appId: '', hasSecret: false },
};

/** Opens the settings at a part, as its link does. */
const at = (id: string) => async () => {
  const part = await find(`#${id}`);
  part.scrollIntoView();
};

const state = (
  name: string,
  draw: GalleryState['draw'],
  act?: GalleryState['act'],
): GalleryState => ({ name, size: 'page', isWhole: true, draw, ...(act ? { act } : {}) });

const search = (words: string) => async () => {
  const field = (await find('.settings input')) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

/** The pages of their own: the settings and the first page. */
export const pageStates: GalleryState[] = [
  state('settings/connected', () => options()),
  state('settings/signed out', () => options(signedOut)),
  state('settings/sign-in refused', () =>
    options({ error: new AppError('auth/page-failed', { redirectUri: app.redirectUri }) }),
  ),
  state('settings/sign-in in a tab', () =>
    options({ ...signedOut, isInTab: true, app: { ...app, inTab: true } }),
  ),
  state('settings/several accounts, long names', () =>
    options({
      accounts: [
        account,
        { ...account, id: '102', username: longWords.username, environment: 'sandbox' },
      ],
      check: {
        secret: null,
        redirect: { code: 'auth/page-failed', data: { redirectUri: app.redirectUri } },
      },
    }),
  ),
  state('settings/details', () => options(), at('details')),
  state(
    'settings/details not readable',
    () => options({}, () => detailTemplates.setValue({ title: 7 })),
    at('details'),
  ),
  state('settings/outbox and schedule', () => options(), at('outbox')),
  state('settings/shortcuts and permissions', () => options(), at('shortcuts')),
  state(
    'settings/diagnostics',
    () => {
      answer({ 'outbox/wake': () => null });
      return options();
    },
    async () => {
      await at('diagnostics')();
      await press('#diagnostics button, #diagnostics ~ * button');
      await find('.settings-report');
    },
  ),
  state(
    'settings/diagnostics with errors',
    () =>
      options({}, async () => {
        answer({ 'outbox/wake': () => null });
        const met = { what: 'outbox', code: 'api/unavailable', requestId: '7731' } as const;
        await lastErrors.setValue([{ ...met, at: NOW - 3_600_000 }]);
      }),
    async () => {
      await at('diagnostics')();
      await press('#diagnostics button');
      await find('#diagnostics code', 'api/unavailable');
    },
  ),
  state('settings/passphrase', () => options(), at('passphrase')),
  state(
    'settings/data looked through',
    () => options({}, () => addDraft(draft())),
    async () => {
      await at('data')();
      await press('#data button[aria-expanded]');
      await find('.recovery-part');
    },
  ),
  state('settings/search finds none', () => options(), search('qwertz')),
  state('welcome/new', () => welcome(signedOut)),
  state('welcome/connected', () => welcome()),
  state('welcome/sign-in refused', () =>
    welcome({ ...signedOut, app, error: new AppError('auth/denied', undefined) }),
  ),
];
