import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { t, type MessageKey } from '../../lib/i18n';
import { neededHosts } from '../../lib/sites/needed';
import { Button } from '../ui/Button';

/** What Tack has from the day it is installed, and what for. */
const always: Readonly<Record<string, MessageKey>> = {
  activeTab: 'permissionActiveTab',
  scripting: 'permissionScripting',
  contextMenus: 'permissionContextMenus',
  identity: 'permissionIdentity',
  storage: 'permissionStorage',
  unlimitedStorage: 'permissionUnlimitedStorage',
  alarms: 'permissionAlarms',
  offscreen: 'permissionOffscreen',
  sidePanel: 'permissionSidePanel',
};

interface Granted {
  permissions: string[];
  /** Match patterns that the person granted besides those of the install. */
  origins: string[];
}

/** What the browser lets Tack do, each with what it is for; what was granted later is given back here. */
export function Permissions() {
  const [granted, setGranted] = useState<Granted>({ permissions: [], origins: [] });
  useEffect(() => {
    const read = () => void readGranted().then(setGranted);
    read();
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
    for (const event of events) event.addListener(read);
    return () => events.forEach((event) => event.removeListener(read));
  }, []);
  const hosts = neededHosts().join(', ');
  return (
    <ul class="settings-facts">
      {Object.entries(always)
        .filter(([name]) => granted.permissions.includes(name))
        .map(([name, words]) => (
          <li class="settings-fact" key={name}>
            <span>{t(words)}</span>
            <code class="tiny faint">{name}</code>
          </li>
        ))}
      <li class="settings-fact">
        <span>{t('permissionHosts')}</span>
        <code class="tiny faint">{hosts}</code>
      </li>
      <Optional
        isGranted={granted.permissions.includes('notifications')}
        words={t('permissionNotifications')}
        name="notifications"
        onGive={() => void browser.permissions.request({ permissions: ['notifications'] })}
        onTake={() => void browser.permissions.remove({ permissions: ['notifications'] })}
      />
      {granted.permissions.includes('tabs') && (
        <Optional
          isGranted
          words={t('permissionTabs')}
          name="tabs"
          onTake={() => void browser.permissions.remove({ permissions: ['tabs'] })}
        />
      )}
      {granted.origins.map((origin) => (
        <Optional
          key={origin}
          isGranted
          words={t(origin.includes('localhost') ? 'permissionLocalhost' : 'permissionSite')}
          name={origin}
          onTake={() => void browser.permissions.remove({ origins: [origin] })}
        />
      ))}
    </ul>
  );
}

interface OptionalProps {
  isGranted: boolean;
  words: string;
  name: string;
  onGive?: () => void;
  onTake: () => void;
}

function Optional({ isGranted, words, name, onGive, onTake }: OptionalProps) {
  return (
    <li class="settings-fact">
      <span>
        {words} <code class="tiny faint">{name}</code>
      </span>
      {isGranted ? (
        <Button label={t('permissionTakeOf', name)} onClick={onTake}>
          {t('permissionTake')}
        </Button>
      ) : (
        <Button label={t('permissionGiveOf', name)} onClick={() => onGive?.()}>
          {t('permissionGive')}
        </Button>
      )}
    </li>
  );
}

async function readGranted(): Promise<Granted> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const installed = new Set(neededHosts());
  return { permissions, origins: origins.filter((origin) => !installed.has(origin)).toSorted() };
}
