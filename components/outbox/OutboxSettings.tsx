import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import type { EnvironmentName } from '../../lib/auth/types';
import { t } from '../../lib/i18n';
import { setImageIds } from '../../lib/outbox/image-ids';
import { notifyHeld, sendDelay } from '../../lib/storage/items';
import { imageIds, imageIdsRefused, pageBadge } from '../../lib/storage/late-items';
import { Switch } from '../ui/Switch';

/** Long enough to notice a wrong board, ms. */
const DELAY_MS = 10_000;

/** Settings of the outbox: a moment to think again, notifications, and how images go. */
export function OutboxSettings() {
  const [delay, setDelay] = useState(0);
  const [notifies, setNotifies] = useState(false);
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
      <PageBadge />
      <ImageIds />
    </>
  );
}

const environments = {
  production: 'appProduction',
  sandbox: 'appSandbox',
  local: 'localBadge',
} as const;

/** Images by id: a way that Pinterest does not describe, and what came of it. */
function ImageIds() {
  const [isOn, setIsOn] = useState(false);
  const [refused, setRefused] = useState<readonly EnvironmentName[]>([]);
  useEffect(() => {
    void imageIds.getValue().then(setIsOn);
    void imageIdsRefused.getValue().then(setRefused);
    return imageIdsRefused.watch(setRefused);
  }, []);
  const change = (on: boolean) => {
    setIsOn(on);
    void setImageIds(on);
  };
  return (
    <>
      <Switch
        label={t('imageIdsLabel')}
        words={t('imageIdsWords')}
        checked={isOn}
        onChange={change}
      />
      <div role="status">
        {isOn && refused.length > 0 && (
          <p class="small muted">
            {t('imageIdsRefused', refused.map((name) => t(environments[name])).join(', '))}
          </p>
        )}
      </div>
    </>
  );
}

const askForNotifications = () =>
  browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);

/** A mark on pages that were pinned takes the browser's word on which page a tab shows: asked for at the switch. */
function PageBadge() {
  const [isOn, setOn] = useState(false);
  useEffect(() => void pageBadge.getValue().then(setOn), []);
  const change = async (on: boolean) => {
    const permissions = { permissions: ['tabs' as const] };
    const may = !on || (await browser.permissions.request(permissions).catch(() => false));
    if (!on) await browser.permissions.remove(permissions).catch(() => false);
    setOn(on && may);
    await pageBadge.setValue(on && may);
  };
  return (
    <Switch
      label={t('pageBadgeLabel')}
      words={t('pageBadgeWords')}
      checked={isOn}
      onChange={(on) => void change(on)}
    />
  );
}
