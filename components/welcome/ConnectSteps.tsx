import { useEffect, useRef, useState } from 'preact/hooks';

import type { AppChoice } from '../../lib/auth/types';
import { t } from '../../lib/i18n';
import type { AccountStore } from '../../lib/state/account';
import { AppForm } from '../account/AppForm';
import { AppTest } from '../account/AppTest';
import { TabSignIn } from '../account/TabSignIn';
import { TokenForm } from '../account/TokenForm';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { useStore } from '../use-store';
import { StepPicture } from './StepPicture';
import { Step, Steps } from './Steps';

interface ConnectStepsProps {
  account: AccountStore;
  onCopy: (text: string) => void;
  onConnect: () => void;
}

type Way = AppChoice['kind'] | 'token';

/** The way to a connected account, a step at a time; what can be checked is, before Pinterest says no. */
export function ConnectSteps(props: ConnectStepsProps) {
  const { account } = props;
  const [chosen, setWay] = useState<Way | null>(null);
  const who = useStore(account, (state) => state.account);
  const status = useStore(account, (state) => state.status);
  const hasBroker = useStore(account, (state) => Boolean(state.app?.brokerUrl));
  const wasOut = useRef(false); // here, in this view
  if (status === 'signed-out') wasOut.current = true;
  if (who) return <Connected username={who.username} isNew={wasOut.current} />;
  const way = chosen ?? (hasBroker ? 'broker' : 'own');
  return (
    <>
      <Segmented<Way>
        label={t('connectWay')}
        showLabel
        value={way}
        onChange={setWay}
        options={[
          { value: 'own', label: t('connectWayApp') },
          { value: 'broker', label: t('connectWayBroker') },
          { value: 'token', label: t('connectWayToken') },
        ]}
      />
      {way === 'token' ? (
        <TokenSteps account={account} />
      ) : (
        <AppSteps key={way} kind={way} {...props} />
      )}
    </>
  );
}

interface ConnectedProps {
  username: string;
  /** Connected in this view: the keyboard goes on from there, as what it was on is gone. */
  isNew: boolean;
}

/** Who is connected, and what comes next. */
function Connected({ username, isNew }: ConnectedProps) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) said.current?.focus();
  }, [isNew]);
  return (
    <div ref={said} role="status" tabIndex={-1}>
      <p>
        <b>{t('connectedAs', username)}</b>
      </p>
      <p>{t('connectedNext')}</p>
    </div>
  );
}

const APPS = 'https://developers.pinterest.com/apps/';

function AppSteps({
  kind,
  account,
  onCopy,
  onConnect,
}: ConnectStepsProps & { kind: AppChoice['kind'] }) {
  const app = useStore(account, (state) => state.app);
  const check = useStore(account, (state) => state.check);
  const status = useStore(account, (state) => state.status);
  const isInTab = useStore(account, (state) => state.isInTab);
  const { saveApp, checkApp, finish } = account.getState();
  const isOwn = kind === 'own';
  const isReady = Boolean(app?.isReady && isOwn === (app.brokerUrl === ''));
  /** What is kept is tried at once: whoever made a slip sees it before Pinterest's window opens. */
  const saveAndTry = async (choice: AppChoice) => {
    const isKept = await saveApp(choice);
    if (isKept) void checkApp();
    return isKept;
  };
  const found = typeof check === 'object' ? check : null;
  return (
    <Steps>
      {isOwn && (
        <AtPinterest
          title={t('stepApp')}
          words={t('stepAppWords')}
          picture="app"
          done={isReady && found?.secret === null}
        />
      )}
      <Step title={t(isOwn ? 'stepKeys' : 'stepBroker')} done={isReady}>
        {isOwn && <p class="small muted">{t('stepKeysWords')}</p>}
        {isOwn && <StepPicture of="keys" />}
        {app && <AppForm {...{ app, kind, onCopy }} onSave={saveAndTry} />}
      </Step>
      <Step
        title={t('stepTest')}
        done={isReady && found?.secret === null && found.redirect === null}
      >
        <AppTest check={check} enabled={isReady} onRun={() => void checkApp()} />
      </Step>
      <Step title={t('connectPinterest')}>
        <p class="small muted">{t('stepConnectWords')}</p>
        <StepPicture of="consent" />
        <p>
          <Button
            kind="primary"
            disabled={!isReady}
            busy={status === 'connecting'}
            onClick={onConnect}
          >
            {t(status === 'connecting' ? 'connecting' : 'connectPinterest')}
          </Button>
        </p>
        {isInTab && <TabSignIn onFinish={(address) => void finish(address)} />}
      </Step>
    </Steps>
  );
}

function TokenSteps({ account }: { account: AccountStore }) {
  const app = useStore(account, (state) => state.app);
  const status = useStore(account, (state) => state.status);
  const { paste } = account.getState();
  return (
    <Steps>
      <AtPinterest title={t('stepToken')} words={t('tokenWords')} picture="token" />
      <Step title={t('tokenConnect')}>
        {app && (
          <TokenForm
            environment={app.environment}
            busy={status === 'connecting'}
            onConnect={(token, environment) => void paste(token, environment)}
          />
        )}
      </Step>
    </Steps>
  );
}

interface AtPinterestProps {
  title: string;
  words: string;
  picture: 'app' | 'token';
  done?: boolean;
}

/** What is done on Pinterest's page for developers, with the way there and a picture of where to look. */
function AtPinterest({ title, words, picture, done = false }: AtPinterestProps) {
  return (
    <Step title={title} done={done}>
      <p class="small muted">{words}</p>
      <StepPicture of={picture} />
      <p>
        <a href={APPS} target="_blank" rel="noreferrer">
          {t('stepAppLink')}
        </a>
      </p>
    </Step>
  );
}
