import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { t } from '../../lib/i18n';
import { notifyHeld, sendDelay } from '../../lib/storage/items';
import { DataPart } from '../data/DataPart';
import { Recovery } from '../data/Recovery';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';

/** Long enough to notice a wrong board, ms. */
const DELAY_MS = 10_000;

/** Settings of the outbox: a moment to think again, notifications, and the outbox as a file. */
export function OutboxSettings() {
  const [delay, setDelay] = useState(0);
  const [notifies, setNotifies] = useState(false);
  const [checks, setChecks] = useState(false);
  useEffect(() => {
    void sendDelay.getValue().then(setDelay);
    void notifyHeld.getValue().then(setNotifies);
  }, []);
  const changeDelay = (on: boolean) => {
    const ms = on ? DELAY_MS : 0;
    setDelay(ms);
    void sendDelay.setValue(ms);
  };
  const changeNotifies = async (on: boolean) => {
    const may = !on || (await askForNotifications());
    setNotifies(on && may);
    await notifyHeld.setValue(on && may);
  };
  return (
    <>
      <Switch
        label={t('delayLabel')}
        words={t('delayWords')}
        checked={delay > 0}
        onChange={changeDelay}
      />
      <Switch
        label={t('notifyLabel')}
        words={t('notifyWords')}
        checked={notifies}
        onChange={(on) => void changeNotifies(on)}
      />
      <DataPart />
      <p>
        <Button kind="plain" expanded={checks} onClick={() => setChecks(!checks)}>
          {t('recoveryLook')}
        </Button>
      </p>
      {checks && <Recovery onMended={() => undefined} />}
    </>
  );
}

const askForNotifications = () =>
  browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
