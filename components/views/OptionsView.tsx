import './PageView.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import type { Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import type { DetailsStore } from '../../lib/state/details';
import type { ScheduleStore } from '../../lib/state/schedule';
import type { SitesStore } from '../../lib/state/sites';
import { AccountPart } from '../account/AccountPart';
import { AppForm } from '../account/AppForm';
import { AppTest } from '../account/AppTest';
import { Sites } from '../account/Sites';
import { TabSignIn } from '../account/TabSignIn';
import { TokenForm } from '../account/TokenForm';
import { Details } from '../details/TemplateForm';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { Schedule } from '../schedule/ScheduleForm';
import { About } from '../settings/About';
import { Appearance } from '../settings/Appearance';
import { Defaults } from '../settings/Defaults';
import { Diagnostics } from '../settings/Diagnostics';
import { Language } from '../settings/Language';
import { Menus } from '../settings/Menus';
import { SettingsQuery } from '../settings/query';
import { SettingsNav, showPart, type PartName } from '../settings/SettingsNav';
import { SettingsPart } from '../settings/SettingsPart';
import { Shortcuts } from '../settings/Shortcuts';
import { AllowedSites } from '../sites/AllowedSites';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { AccountError } from './AccountError';

const LateOutboxSettings = late(
  () => import('../outbox/OutboxSettings').then(({ OutboxSettings }) => OutboxSettings),
  <Skeleton height="160px" />,
);

const LateDataSettings = late(
  () => import('../data/DataSettings').then(({ DataSettings }) => DataSettings),
  <Skeleton height="160px" />,
);

const LateBoardSettings = late(
  () => import('../settings/BoardSettings').then(({ BoardSettings }) => BoardSettings),
  <Skeleton height="96px" />,
);

const LateStatsSettings = late(
  () => import('../settings/StatsSettings').then(({ StatsSettings }) => StatsSettings),
  <Skeleton height="48px" />,
);

interface OptionsViewProps {
  account: AccountStore;
  /** The sites that the person allows. */
  allowed: SitesStore;
  /** The templates of a pin's words and link. */
  details: DetailsStore;
  /** When pins go out. */
  schedule: ScheduleStore;
  siteUrl: string;
  /** Asks the background. */
  ask: Send;
  onCopy: (text: string) => Promise<void>;
  /** Gives a text to the person as a file. */
  onSaveText: (name: string, text: string) => void;
  /** Asks the browser to let Tack see the address of a sign-in's tab; without that, the address is pasted. */
  onAskForTab: () => Promise<unknown>;
}

/** Reading and writing CSV takes a library that few openings of the settings need. */
const LateCsv = late(
  () => import('../csv/Csv').then(({ Csv }) => Csv),
  <Skeleton height="120px" />,
);

/** Reading the browser's permissions and keys is for whoever looks at the settings. */
const LatePermissions = late(
  () => import('../settings/Permissions').then(({ Permissions }) => Permissions),
  <Skeleton height="240px" />,
);

/** Making a key of a passphrase is for whoever has one. */
const LatePassphrase = late(
  () => import('../lock/PassphrasePart').then(({ PassphrasePart }) => PassphrasePart),
  <Skeleton height="120px" />,
);

interface Part extends PartName {
  words?: string;
  body: ComponentChildren;
}

/** Settings: who is connected, what Tack does and when, and what it may see. */
export function OptionsView(props: OptionsViewProps) {
  const { account, details, schedule } = props;
  const [query, setQuery] = useState('');
  const [round, setRound] = useState(0); // drawn anew where all settings were put back
  const [brought, setBrought] = useState(0); // all but what says so is drawn anew where a file was brought in
  const readAnew = () => Promise.all([details.getState().load(), schedule.getState().load()]);
  const onRestored = async () => {
    await readAnew(); // before they are drawn
    setRound(round + 1);
  };
  const onImported = async () => {
    await readAnew();
    setBrought((times) => times + 1);
  };
  const connect = async (features: Feature[] = []) => {
    if (account.getState().app?.inTab) await props.onAskForTab().catch(() => undefined);
    await account.getState().connect(features);
  };
  const parts = [
    ...useConnectionParts(props, connect),
    ...usePinParts(props),
    ...browserParts(),
    ...tackParts(props, [round > 0, () => void onRestored()], () => void onImported()),
  ];
  return (
    <SettingsQuery.Provider value={query}>
      <div class="settings" key={round}>
        <SettingsNav parts={parts} query={query} onQuery={setQuery} />
        <main class="settings-parts">
          <h1 class="sheet-title">{t('optionsTitle')}</h1>
          <LateHostsNotice onGranted={() => void account.getState().load()} />
          <AccountError
            account={account}
            siteUrl={props.siteUrl}
            onConnect={(features) => void connect(features)}
            onOpenUrl={(url) => void window.open(url, '_blank', 'noreferrer')}
            onOpenOptions={(part) => {
              setQuery('');
              showPart(part);
            }}
          />
          {parts.map(({ body, ...part }) => (
            <SettingsPart key={part.id === 'data' ? part.id : `${part.id} ${brought}`} {...part}>
              {body}
            </SettingsPart>
          ))}
          {/* CSS knows when: each part hides itself. */}
          <p class="settings-none muted">{t('settingsNone')}</p>
        </main>
      </div>
    </SettingsQuery.Provider>
  );
}

type Connect = (features?: Feature[]) => Promise<void>;

/** Who is connected, by which app, or by a token of their own. */
function useConnectionParts(
  { account, siteUrl, ask, onCopy }: OptionsViewProps,
  onConnect: Connect,
) {
  const app = useStore(account, (state) => state.app);
  const status = useStore(account, (state) => state.status);
  const check = useStore(account, (state) => state.check);
  const isInTab = useStore(account, (state) => state.isInTab);
  const { finish, saveApp, checkApp, paste } = account.getState();
  const parts: Part[] = [
    {
      id: 'account',
      title: t('optionsAccount'),
      body: (
        <>
          <AccountPart account={account} siteUrl={siteUrl} onConnect={onConnect} />
          {isInTab && <TabSignIn onFinish={(address) => void finish(address)} />}
        </>
      ),
    },
    {
      id: 'app',
      title: t('optionsApp'),
      words: t('optionsAppWords'),
      body: (
        <>
          {app && <AppForm app={app} onSave={saveApp} onCopy={onCopy} />}
          <AppTest check={check} enabled={app?.isReady ?? false} onRun={() => void checkApp()} />
        </>
      ),
    },
    {
      id: 'token',
      title: t('tokenTitle'),
      words: t('tokenWords'),
      body: app && (
        <TokenForm
          environment={app.environment}
          busy={status === 'connecting'}
          onConnect={(token, environment) => void paste(token, environment)}
        />
      ),
    },
    {
      id: 'passphrase',
      title: t('passphraseTitle'),
      words: t('passphraseWords'),
      body: <LatePassphrase ask={ask} />,
    },
  ];
  return parts;
}

/** Where pins come from, what is in them, and how and when they go out. */
function usePinParts({ account, allowed, details, schedule, ask, onSaveText }: OptionsViewProps) {
  const sites = useStore(account, (state) => state.sites);
  const onForget = (site: string) => void account.getState().forgetSite(site);
  const decided: Part = {
    id: 'sites',
    title: t('optionsSites'),
    words: t('optionsSitesWords'),
    body: <Sites sites={sites} onForget={onForget} />,
  };
  const parts: Part[] = [
    {
      id: 'capture',
      title: t('allowedTitle'),
      words: t('allowedWords'),
      body: <AllowedSites sites={allowed} />,
    },
    { id: 'menus', title: t('optionsMenus'), words: t('optionsMenusWords'), body: <Menus /> },
    {
      id: 'details',
      title: t('optionsDetails'),
      words: t('optionsDetailsWords'),
      body: <Details store={details} />,
    },
    ...(Object.keys(sites).length > 0 ? [decided] : []),
    { id: 'outbox', title: t('optionsOutbox'), body: <LateOutboxSettings /> },
    {
      id: 'schedule',
      title: t('optionsSchedule'),
      words: t('optionsScheduleWords'),
      body: <Schedule store={schedule} />,
    },
    {
      id: 'boards',
      title: t('boardsTitle'),
      words: t('optionsBoardsWords'),
      body: <LateBoardSettings />,
    },
    { id: 'stats', title: t('tabStats'), body: <LateStatsSettings /> },
    { id: 'csv', title: t('csvTitle'), body: <LateCsv ask={ask} onSave={onSaveText} /> },
  ];
  return parts;
}

/** What is the browser's to give, and how Tack looks in it. */
const browserParts = (): Part[] => [
  {
    id: 'shortcuts',
    title: t('optionsShortcuts'),
    words: t('optionsShortcutsWords'),
    body: <Shortcuts />,
  },
  {
    id: 'permissions',
    title: t('optionsPermissions'),
    words: t('optionsPrivacyWords'),
    body: <LatePermissions />,
  },
  { id: 'appearance', title: t('optionsAppearance'), body: <Appearance /> },
  { id: 'language', title: t('optionsLanguage'), body: <Language /> },
];

/** Of Tack itself. */
const tackParts = (
  { ask, onCopy }: OptionsViewProps,
  [isRestored, onRestored]: [isRestored: boolean, onRestored: () => void],
  onImported: () => void,
): Part[] => [
  {
    id: 'data',
    title: t('optionsData'),
    body: <LateDataSettings onImported={onImported} />,
  },
  {
    id: 'diagnostics',
    title: t('optionsDiagnostics'),
    words: t('optionsDiagnosticsWords'),
    body: <Diagnostics ask={ask} onCopy={onCopy} />,
  },
  {
    id: 'defaults',
    title: t('optionsDefaults'),
    words: t('defaultsWords'),
    body: <Defaults isRestored={isRestored} onRestored={onRestored} />,
  },
  { id: 'about', title: t('optionsAbout'), body: <About /> },
];
