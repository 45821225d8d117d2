import './AllowedSites.css';
import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { SitesStore } from '../../lib/state/sites';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Switch } from '../ui/Switch';
import { useStore } from '../use-store';
import { problemText } from './problem-text';

/** The sites on which Tack is without being asked each time: what that allows, each to be taken back, and one more. */
export function AllowedSites({ sites: store }: { sites: SitesStore }) {
  const sites = useStore(store, (state) => state.sites);
  const hosts = Object.keys(sites).toSorted();
  return (
    <>
      {hosts.length === 0 && <p class="faint">{t('allowedNone')}</p>}
      {hosts.length > 0 && (
        <>
          <ul class="allowed-list">
            {hosts.map((host) => (
              <li class="allowed-site" key={host}>
                <span class="allowed-host cut" dir="auto">
                  {host}
                </span>
                <Switch
                  label={t('allowedHover')}
                  name={t('allowedHoverOf', host)}
                  checked={sites[host]?.hover ?? false}
                  onChange={(hover) => void store.getState().setHover(host, hover)}
                />
                <Button
                  label={t('allowedRemoveOf', host)}
                  onClick={() => void store.getState().disallow(host)}
                >
                  {t('allowedRemove')}
                </Button>
              </li>
            ))}
          </ul>
          <p class="small muted">{t('allowedHoverWords')}</p>
        </>
      )}
      <AddSite store={store} />
    </>
  );
}

function AddSite({ store }: { store: SitesStore }) {
  const problem = useStore(store, (state) => state.problem);
  const [text, setText] = useState('');
  const allow = async () => {
    if (await store.getState().allow(text)) setText('');
  };
  return (
    <form
      class="allowed-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void allow();
      }}
    >
      <TextField
        label={t('allowedAdd')}
        type="url"
        value={text}
        onInput={setText}
        spellcheck={false}
        placeholder="example.com"
        error={problemText(problem)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('allowedAddButton')}
      </Button>
    </form>
  );
}
