import './Settings.css';
import { t } from '../../lib/i18n';
import { TextField } from '../ui/Field';

export interface PartName {
  id: string;
  title: string;
}

interface SettingsNavProps {
  parts: readonly PartName[];
  query: string;
  onQuery: (query: string) => void;
}

/** Puts the keyboard on a part, once it is there: the search may just have ended. The browser scrolls to it. */
export const showPart = (id: string) =>
  void requestAnimationFrame(() => document.getElementById(`${id}-title`)?.focus());

/** The parts of the settings, and what to search them for. */
export function SettingsNav({ parts, query, onQuery }: SettingsNavProps) {
  return (
    <nav class="settings-nav" aria-label={t('optionsTitle')}>
      <search>
        <TextField label={t('settingsSearch')} value={query} onInput={onQuery} spellcheck={false} />
      </search>
      <ul class="settings-list">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={() => {
                onQuery('');
                showPart(id);
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
