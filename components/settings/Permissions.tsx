import { useEffect, useState } from 'preact/hooks';
import { browser, type Browser } from 'wxt/browser';

import { t, type MessageKey } from '../../lib/i18n';
import { areHostsGranted, neededHosts } from '../../lib/sites/needed';
import { Button } from '../ui/Button';

/** What each is for; which there are is in the manifest. */
const what: Readonly<Record<string, MessageKey>> = {
  activeTab: 'permissionActiveTab',
  scripting: 'permissionScripting',
  contextMenus: 'permissionContextMenus',
  identity: 'permissionIdentity',
  storage: 'permissionStorage',
  unlimitedStorage: 'permissionUnlimitedStorage',
  alarms: 'permissionAlarms',
  offscreen: 'permissionOffscreen',
  sidePanel: 'permissionSidePanel',
  notifications: 'permissionNotifications',
  tabs: 'permissionTabs',
  'http://localhost/*': 'permissionLocalhost',
};

/** The pattern of which the person allows a site at a time. */
const ANY_SITE = 'https://*/*';

type Ask = Browser.permissions.Permissions;

interface Granted {
  permissions: string[];
  /** Match patterns. */
  origins: string[];
  /** Whether all hosts that Tack sends pins to are among them. */
  areHosts: boolean;
}

/** What the browser lets Tack do, each with what it is for and whether it is granted; what can be taken back, is here. */
export function Permissions() {
  const granted = useGranted();
  if (!granted) return null;
  const { permissions, origins, areHosts } = granted;
  const manifest = browser.runtime.getManifest();
  const hosts = neededHosts();
  const optional: readonly string[] = manifest.optional_permissions ?? [];
  const patterns: readonly string[] = manifest.optional_host_permissions ?? [];
  const listed = new Set([...hosts, ...patterns]);
  const sites = origins.filter((origin) => !listed.has(origin)).toSorted();
  return (
    <ul class="settings-facts">
      {(manifest.permissions ?? [])
        .filter((name) => what[name])
        .map((name) => (
          <Fact key={name} name={name} isGranted={permissions.includes(name)} />
        ))}
      <Fact
        name={hosts.join(', ')}
        words="permissionHosts"
        isGranted={areHosts}
        ask={{ origins: hosts }}
      />
      {optional.map((name) => (
        <Fact
          key={name}
          name={name}
          isGranted={permissions.includes(name)}
          ask={{ permissions: [name] } as Ask}
          isOptional
        />
      ))}
      {[...patterns, ...sites].map((origin) => (
        <Fact
          key={origin}
          name={origin}
          words="permissionSite"
          isGranted={origins.includes(origin)}
          ask={{ origins: [origin] }}
          isOptional
        />
      ))}
    </ul>
  );
}

/** What is granted at this moment: it can be changed in the browser's own settings, too. Null until it was read. */
function useGranted(): Granted | null {
  const [granted, setGranted] = useState<Granted | null>(null);
  useEffect(() => {
    const read = () => void readGranted().then(setGranted);
    read();
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
    for (const event of events) event.addListener(read);
    return () => events.forEach((event) => event.removeListener(read));
  }, []);
  return granted;
}

async function readGranted(): Promise<Granted> {
  const [{ permissions = [], origins = [] }, areHosts] = await Promise.all([
    browser.permissions.getAll(),
    areHostsGranted(),
  ]);
  return { permissions, origins, areHosts };
}

interface FactProps {
  /** As the browser calls it. */
  name: string;
  words?: MessageKey;
  isGranted: boolean;
  /** What the browser is asked for, where it may be missing. */
  ask?: Ask;
  /** It can be taken back. */
  isOptional?: boolean;
}

function Fact({ name, words = 'permissionSite', isGranted, ask, isOptional = false }: FactProps) {
  const isAskedLater = name === ANY_SITE && !isGranted;
  const state = isGranted
    ? 'permissionGranted'
    : isAskedLater
      ? 'permissionLater'
      : 'permissionNot';
  return (
    <li class="settings-fact">
      <span>
        {t(what[name] ?? words)} <code class="tiny faint">{name}</code>
      </span>
      <span class="settings-given">
        <span class="settings-state small faint">{t(state)}</span>
        {ask && isOptional && isGranted && (
          <Button
            label={t('permissionTakeOf', name)}
            onClick={() => void browser.permissions.remove(ask)}
          >
            {t('permissionTake')}
          </Button>
        )}
        {ask && !isGranted && !isAskedLater && (
          <Button
            label={t('permissionGiveOf', name)}
            onClick={() => void browser.permissions.request(ask)}
          >
            {t('permissionGive')}
          </Button>
        )}
      </span>
    </li>
  );
}
