import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { t } from '../../lib/i18n';
import { watchSettings } from '../../lib/storage/late-items';
import { watchSettingsOf, type WatchSettings } from '../../lib/watch/rules';
import { Switch } from '../ui/Switch';

/** Whether Tack looks at the numbers by itself; what it looks for is chosen beside the numbers. */
export function StatsSettings() {
  const [settings, setSettings] = useState<WatchSettings | null>(null);
  useEffect(
    () => void watchSettings.getValue().then((stored) => setSettings(watchSettingsOf(stored))),
    [],
  );
  if (!settings) return null;
  const turn = (isOn: boolean) => {
    // Asked within the click, or the browser does not ask.
    if (isOn)
      void browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
    const next = { ...settings, isOn };
    setSettings(next);
    void watchSettings.setValue(next);
  };
  return (
    <Switch label={t('watchOn')} words={t('watchWords')} checked={settings.isOn} onChange={turn} />
  );
}
