import './AccountForms.css';
import type { Lane } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface SitesProps {
  sites: Readonly<Record<string, Lane>>;
  onForget: (site: string) => void;
}

/** What the person said of each site, to be taken back. */
export function Sites({ sites, onForget }: SitesProps) {
  return (
    <ul class="account-checks">
      {Object.entries(sites)
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([site, lane]) => (
          <li class="account-grant small" key={site}>
            <span>{t(lane === 'create' ? 'siteCreate' : 'siteSave', site)}</span>
            <Button onClick={() => onForget(site)}>{t('siteForget', site)}</Button>
          </li>
        ))}
    </ul>
  );
}
