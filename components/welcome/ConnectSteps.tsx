import { useState } from 'preact/hooks';

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

type Way = 'app' | 'token';

/** The way to a connected account, a step at a time; what can be checked is, before Pinterest says no. */
export function ConnectSteps({ account, onCopy, onConnect }: ConnectStepsProps) {
  const [way, setWay] = useState<Way>('app');
  const who = useStore(account, (state) => state.account);
  if (who) return <p role="status">{t('connectedAs', who.username)}</p>;
  return (
    <>
      <Segmented<Way>
        label={t('connectWay')}
        showLabel
        value={way}
        onChange={setWay}
        options={[
          { value: 'app', label: t('connectWayApp') },
          { value: 'token', label: t('connectWayToken') },
        ]}
      />
      {way === 'app' ? (
        <AppSteps {...{ account, onCopy, onConnect }} />
      ) : (
        <TokenSteps account={account} />
      )}
    </>
  );
}

const APPS = 'https://developers.pinterest.com/apps/';

function AppSteps({ account, onCopy, onConnect }: ConnectStepsProps) {
  const app = useStore(account, (state) => state.app);
  const check = useStore(account, (state) => state.check);
  const status = useStore(account, (state) => state.status);
  const isInTab = useStore(account, (state) => state.isInTab);
  const { saveApp, checkApp, finish } = account.getState();
  const isReady = app?.isReady ?? false;
  /** What is kept is tried at once: whoever made a slip sees it before Pinterest's window opens. */
  const saveAndTry = async (choice: AppChoice) => {
    const isKept = await saveApp(choice);
    if (isKept) void checkApp();
    return isKept;
  };
  const found = typeof check === 'object' ? check : null;
  return (
    <Steps>
      <AtPinterest title={t('stepApp')} words={t('stepAppWords')} picture="app" done={isReady} />
      <Step title={t('stepKeys')} done={isReady}>
        <p class="small muted">{t('stepKeysWords')}</p>
        <StepPicture of="keys" />
        {app && <AppForm app={app} onSave={saveAndTry} onCopy={onCopy} />}
      </Step>
      <Step title={t('stepTest')} done={found?.secret === null && found.redirect === null}>
        <AppTest check={check} enabled={isReady} onRun={() => void checkApp()} />
      </Step>
      <Step title={t('connectPinterest')} done={false}>
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
      <AtPinterest title={t('stepToken')} words={t('tokenWords')} picture="token" done={false} />
      <Step title={t('tokenConnect')} done={false}>
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
  done: boolean;
}

/** What is done on Pinterest's page for developers, with the way there and a picture of where to look. */
function AtPinterest({ title, words, picture, done }: AtPinterestProps) {
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
