import './PageView.css';
import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { featuresOf } from '../../lib/pinterest/scopes';
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
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Schedule } from '../schedule/ScheduleForm';
import { About, Language } from '../settings/About';
import { Appearance } from '../settings/Appearance';
import { Defaults } from '../settings/Defaults';
import { Diagnostics } from '../settings/Diagnostics';
import { Menus } from '../settings/Menus';
import { SettingsQuery } from '../settings/query';
import { SettingsNav, type PartName } from '../settings/SettingsNav';
import { SettingsPart } from '../settings/SettingsPart';
import { Shortcuts } from '../settings/Shortcuts';
import { AllowedSites } from '../sites/AllowedSites';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';

const LateOutboxSettings = late(
  () => import('../outbox/OutboxSettings').then(({ OutboxSettings }) => OutboxSettings),
  <Skeleton height="160px" />,
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
  onCopy: (text: string) => void;
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

/** Settings: who is connected, what Tack does and when, and what it may see. */
export function OptionsView(props: OptionsViewProps) {
  const { account, allowed, details, schedule, ask, onCopy, onSaveText } = props;
  const app = useStore(account, (state) => state.app);
  const error = useStore(account, (state) => state.error);
  const sites = useStore(account, (state) => state.sites);
  const [query, setQuery] = useState('');
  const [round, setRound] = useState(0); // drawn anew where all settings were put back
  const connect = async (features: Feature[] = []) => {
    if (app?.inTab) await props.onAskForTab().catch(() => undefined);
    await account.getState().connect(features);
  };
  return (
    <SettingsQuery.Provider value={query}>
      <div class="settings" key={round}>
        <SettingsNav parts={partNames()} query={query} onQuery={setQuery} />
        <main class="settings-parts">
          <h1 class="sheet-title">{t('optionsTitle')}</h1>
          {error && (
            <ErrorNotice
              error={error}
              onDismiss={() => account.getState().dismissError()}
              onAction={(action) => {
                if (action === 'copy-redirect') onCopy(app?.redirectUri ?? '');
                else if (action === 'connect') void connect(featuresOf(error));
                else if (action === 'retry') void account.getState().load();
              }}
            />
          )}
          <ConnectionParts {...props} onConnect={connect} />
          <SettingsPart id="capture" title={t('allowedTitle')} words={t('allowedWords')}>
            <AllowedSites sites={allowed} />
          </SettingsPart>
          <SettingsPart id="menus" title={t('optionsMenus')} words={t('optionsMenusWords')}>
            <Menus />
          </SettingsPart>
          <SettingsPart id="details" title={t('optionsDetails')} words={t('optionsDetailsWords')}>
            <Details store={details} />
          </SettingsPart>
          {Object.keys(sites).length > 0 && (
            <SettingsPart id="sites" title={t('optionsSites')} words={t('optionsSitesWords')}>
              <Sites sites={sites} onForget={(site) => void account.getState().forgetSite(site)} />
            </SettingsPart>
          )}
          <SettingsPart id="outbox" title={t('optionsOutbox')}>
            <LateOutboxSettings />
          </SettingsPart>
          <SettingsPart
            id="schedule"
            title={t('optionsSchedule')}
            words={t('optionsScheduleWords')}
          >
            <Schedule store={schedule} />
          </SettingsPart>
          <SettingsPart id="csv" title={t('csvTitle')}>
            <LateCsv ask={ask} onSave={onSaveText} />
          </SettingsPart>
          <SettingsPart
            id="shortcuts"
            title={t('optionsShortcuts')}
            words={t('optionsShortcutsWords')}
          >
            <Shortcuts />
          </SettingsPart>
          <SettingsPart
            id="permissions"
            title={t('optionsPermissions')}
            words={t('optionsPrivacyWords')}
          >
            <LatePermissions />
          </SettingsPart>
          <SettingsPart id="appearance" title={t('optionsAppearance')}>
            <Appearance />
          </SettingsPart>
          <SettingsPart id="language" title={t('optionsLanguage')}>
            <Language />
          </SettingsPart>
          <SettingsPart
            id="diagnostics"
            title={t('optionsDiagnostics')}
            words={t('optionsDiagnosticsWords')}
          >
            <Diagnostics ask={ask} onCopy={onCopy} />
          </SettingsPart>
          <SettingsPart id="defaults" title={t('optionsDefaults')} words={t('defaultsWords')}>
            <Defaults
              onRestored={() => {
                void details.getState().load();
                void schedule.getState().load();
                setRound(round + 1);
              }}
            />
          </SettingsPart>
          <SettingsPart id="about" title={t('optionsAbout')}>
            <About />
          </SettingsPart>
          <NothingFits />
        </main>
      </div>
    </SettingsQuery.Provider>
  );
}

/** Said where the search hid everything: CSS knows, as each part hides itself. */
const NothingFits = () => <p class="settings-none muted">{t('settingsNone')}</p>;

const partNames = (): PartName[] => [
  { id: 'account', title: t('optionsAccount') },
  { id: 'app', title: t('optionsApp') },
  { id: 'capture', title: t('allowedTitle') },
  { id: 'menus', title: t('optionsMenus') },
  { id: 'details', title: t('optionsDetails') },
  { id: 'outbox', title: t('optionsOutbox') },
  { id: 'schedule', title: t('optionsSchedule') },
  { id: 'csv', title: t('csvTitle') },
  { id: 'shortcuts', title: t('optionsShortcuts') },
  { id: 'permissions', title: t('optionsPermissions') },
  { id: 'appearance', title: t('optionsAppearance') },
  { id: 'language', title: t('optionsLanguage') },
  { id: 'diagnostics', title: t('optionsDiagnostics') },
  { id: 'defaults', title: t('optionsDefaults') },
  { id: 'about', title: t('optionsAbout') },
];

interface ConnectionProps extends OptionsViewProps {
  onConnect: (features?: Feature[]) => Promise<void>;
}

/** Who is connected, by which app, or by a token of their own. */
function ConnectionParts({ account, siteUrl, onCopy, onConnect }: ConnectionProps) {
  const app = useStore(account, (state) => state.app);
  const status = useStore(account, (state) => state.status);
  const check = useStore(account, (state) => state.check);
  const isInTab = useStore(account, (state) => state.isInTab);
  return (
    <>
      <SettingsPart id="account" title={t('optionsAccount')}>
        <AccountPart account={account} siteUrl={siteUrl} onConnect={onConnect} />
        {isInTab && <TabSignIn onFinish={(address) => void account.getState().finish(address)} />}
      </SettingsPart>
      <SettingsPart id="app" title={t('optionsApp')} words={t('optionsAppWords')}>
        {app && <AppForm app={app} onSave={account.getState().saveApp} onCopy={onCopy} />}
        <AppTest
          check={check}
          enabled={app?.isReady ?? false}
          onRun={() => void account.getState().checkApp()}
        />
      </SettingsPart>
      <SettingsPart id="token" title={t('tokenTitle')} words={t('tokenWords')}>
        {app && (
          <TokenForm
            environment={app.environment}
            busy={status === 'connecting'}
            onConnect={(token, environment) => void account.getState().paste(token, environment)}
          />
        )}
      </SettingsPart>
    </>
  );
}
