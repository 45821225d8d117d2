import { useEffect, useState } from 'preact/hooks';
import { browser, type Browser } from 'wxt/browser';

import { t } from '../../lib/i18n';
import { showKeys } from '../keys/follow-keys';
import { Button } from '../ui/Button';

/** The keys as the browser has them at this moment: they are changed there, and two extensions may want one. */
export function Shortcuts() {
  const [commands, setCommands] = useState<Browser.commands.Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // They are changed in another tab.
    const end = new AbortController();
    addEventListener('focus', read, { signal: end.signal });
    return () => end.abort();
  }, []);
  return (
    <>
      <ul class="settings-facts">
        {commands.map(({ name, description, shortcut }) => (
          <li class="settings-fact" key={name}>
            <span>{name?.startsWith('_') ? t('commandOpen') : description}</span>
            {shortcut ? (
              <kbd class="settings-key">{shortcut}</kbd>
            ) : (
              <span class="faint">{t('shortcutNone')}</span>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Button onClick={openShortcuts}>{t('shortcutChange')}</Button>{' '}
        <Button onClick={showKeys}>{t('keysShow')}</Button>
      </p>
    </>
  );
}

/** Firefox has a page that only a call opens; elsewhere it has an address. */
function openShortcuts(): void {
  const { openShortcutSettings } = browser.commands as {
    openShortcutSettings?: () => Promise<void>;
  };
  if (openShortcutSettings) void openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
