import './PageView.css';
import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { featuresOf } from '../../lib/pinterest/scopes';
import type { Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import type { DetailsStore } from '../../lib/state/details';
import type { ScheduleStore } from '../../lib/state/schedule';
import type { SitesStore } from '../../lib/state/sites';
import { AccessTable } from '../account/AccessTable';
import { AccountChip } from '../account/AccountChip';
import { AccountFacts } from '../account/AccountFacts';
import { AppForm } from '../account/AppForm';
import { AppTest } from '../account/AppTest';
import { Budget } from '../account/Budget';
import { Sites } from '../account/Sites';
import { TabSignIn } from '../account/TabSignIn';
import { TokenForm } from '../account/TokenForm';
import { Details } from '../details/TemplateForm';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Schedule } from '../schedule/ScheduleForm';
import { AllowedSites } from '../sites/AllowedSites';
import { Button } from '../ui/Button';
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

/** Settings: who is connected, with which app, and what Tack may see. */
export function OptionsView({
  account,
  allowed,
  details,
  schedule,
  siteUrl,
  ask,
  onCopy,
  onSaveText,
  onAskForTab,
}: OptionsViewProps) {
  const app = useStore(account, (state) => state.app);
  const error = useStore(account, (state) => state.error);
  const status = useStore(account, (state) => state.status);
  const check = useStore(account, (state) => state.check);
  const sites = useStore(account, (state) => state.sites);
  const isInTab = useStore(account, (state) => state.isInTab);
  const connect = async (features: Feature[] = []) => {
    if (app?.inTab) await onAskForTab().catch(() => undefined);
    await account.getState().connect(features);
  };
  return (
    <main class="sheet">
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
      <section class="sheet-part">
        <h2>{t('optionsAccount')}</h2>
        <AccountPart account={account} siteUrl={siteUrl} onConnect={connect} />
        {isInTab && <TabSignIn onFinish={(address) => void account.getState().finish(address)} />}
      </section>
      <section class="sheet-part">
        <h2>{t('optionsApp')}</h2>
        <p class="muted">{t('optionsAppWords')}</p>
        {app && <AppForm app={app} onSave={account.getState().saveApp} onCopy={onCopy} />}
        <AppTest
          check={check}
          enabled={app?.isReady ?? false}
          onRun={() => void account.getState().checkApp()}
        />
      </section>
      <section class="sheet-part">
        <h2>{t('tokenTitle')}</h2>
        <p class="muted">{t('tokenWords')}</p>
        {app && (
          <TokenForm
            environment={app.environment}
            busy={status === 'connecting'}
            onConnect={(token, environment) => void account.getState().paste(token, environment)}
          />
        )}
      </section>
      <AllowedSites sites={allowed} />
      <section class="sheet-part">
        <h2>{t('optionsDetails')}</h2>
        <p class="muted">{t('optionsDetailsWords')}</p>
        <Details store={details} />
      </section>
      <section class="sheet-part">
        <h2>{t('optionsOutbox')}</h2>
        <LateOutboxSettings />
      </section>
      <section class="sheet-part">
        <h2>{t('optionsSchedule')}</h2>
        <p class="muted">{t('optionsScheduleWords')}</p>
        <Schedule store={schedule} />
      </section>
      <section class="sheet-part">
        <h2>{t('csvTitle')}</h2>
        <LateCsv ask={ask} onSave={onSaveText} />
      </section>
      {Object.keys(sites).length > 0 && (
        <section class="sheet-part">
          <h2>{t('optionsSites')}</h2>
          <p class="muted">{t('optionsSitesWords')}</p>
          <Sites sites={sites} onForget={(site) => void account.getState().forgetSite(site)} />
        </section>
      )}
      <section class="sheet-part">
        <h2>{t('optionsPrivacy')}</h2>
        <p class="muted">{t('optionsPrivacyWords')}</p>
        <p class="tiny faint">{t('notAffiliated')}</p>
      </section>
    </main>
  );
}

interface AccountPartProps extends Pick<OptionsViewProps, 'account' | 'siteUrl'> {
  onConnect: (features?: Feature[]) => Promise<void>;
}

function AccountPart({ account, siteUrl, onConnect }: AccountPartProps) {
  const status = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const budget = useStore(account, (state) => state.budget);
  const all = useStore(account, (state) => state.accounts);
  const current = all.find(({ id }) => id === who?.id);
  const others = all.filter(({ id }) => id !== who?.id);
  if (!who) {
    return (
      <p>
        <Button kind="primary" busy={status === 'connecting'} onClick={() => void onConnect()}>
          {t('connectPinterest')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <p class="sheet-row">
        <AccountChip account={who} />
        <span>{t('connectedAs', who.username)}</span>
        <Button onClick={() => void account.getState().disconnect(who.id)}>{t('signOut')}</Button>
      </p>
      <p class="small muted">
        {t('signOutWords')}{' '}
        <a href={`${siteUrl}/settings/security`} target="_blank" rel="noreferrer">
          {t('signOutLink')}
        </a>
      </p>
      {current && (
        <AccountFacts
          account={current}
          busy={status === 'connecting'}
          onGrant={(features) => void onConnect(features)}
        />
      )}
      {others.map((other) => (
        <p class="sheet-row" key={other.id}>
          <AccountChip account={other} />
          <Button onClick={() => void account.getState().use(other.id)}>
            {t('accountUse', other.username)}
          </Button>
          <Button kind="plain" onClick={() => void account.getState().disconnect(other.id)}>
            {t('signOutOf', other.username)}
          </Button>
        </p>
      ))}
      <p>
        <Button busy={status === 'connecting'} onClick={() => void onConnect()}>
          {t('accountAdd')}
        </Button>
      </p>
      <Budget budget={budget} />
      <AccessTable isTrial={Object.keys(budget).length > 0} />
    </>
  );
}
