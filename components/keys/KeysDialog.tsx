import './Keys.css';
import { useEffect, useState } from 'preact/hooks';
import { browser, type Browser } from 'wxt/browser';

import { t, type MessageKey } from '../../lib/i18n';
import { Dialog } from '../ui/Dialog';
import { keyGroups } from './key-groups';
import { keyText } from './key-names';

/** Every key there is: those of the browser as it has them at this moment, and those of the views. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [commands, setCommands] = useState<Browser.commands.Command[]>([]);
  useEffect(() => void browser.commands.getAll().then(setCommands), []);
  return (
    <Dialog isText title={t('keysTitle')} onClose={onClose}>
      <div class="keys">
        <Group title="keysAnywhere">
          {commands.map(({ name, description, shortcut }) => (
            <Row key={name} words={name?.startsWith('_') ? t('commandOpen') : (description ?? '')}>
              {shortcut ? <kbd>{shortcut}</kbd> : <span class="faint">{t('shortcutNone')}</span>}
            </Row>
          ))}
          <Row words={t('keyHelp')}>
            <kbd>?</kbd>
          </Row>
        </Group>
        {keyGroups.map(({ title, keys }) => (
          <Group key={title} title={title}>
            {keys.map(([words, ...names]) => (
              <Row key={words} words={t(words)}>
                {names.map((name) => (
                  <kbd key={name}>{keyText(name)}</kbd>
                ))}
              </Row>
            ))}
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { title: MessageKey; children: preact.ComponentChildren }) {
  return (
    <section>
      <h3 class="keys-title">{t(title)}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ words, children }: { words: string; children: preact.ComponentChildren }) {
  return (
    <div class="keys-row">
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}
