import '../settings/Settings.css';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { t } from '../../lib/i18n';
import { Shortcuts } from '../settings/Shortcuts';
import { Step, Steps } from './Steps';

/** Whether Tack's button stands in the toolbar; null where the browser does not tell. */
async function isOnToolbar(): Promise<boolean | null> {
  const action = browser.action as {
    getUserSettings?: () => Promise<{ isOnToolbar?: boolean }>;
  };
  const settings = await action.getUserSettings?.().catch(() => null);
  return settings?.isOnToolbar ?? null;
}

/** Tack where the hand finds it: its button in the toolbar, and its keys as the browser has them. */
export function AtHand() {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void isOnToolbar().then(setPinned);
    look();
    // Where it is changed is the browser's own menu: it is seen when the page is looked at again, or soon after.
    const timer = setInterval(look, 1500);
    return () => clearInterval(timer);
  }, []);
  return (
    <Steps>
      <Step title={t('stepToolbar')} done={pinned === true}>
        <p class="small muted">
          {t(import.meta.env.FIREFOX ? 'stepToolbarFirefox' : 'stepToolbarChrome')}
        </p>
      </Step>
      <Step title={t('stepKey')}>
        <Shortcuts />
      </Step>
    </Steps>
  );
}
