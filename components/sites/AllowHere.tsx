import './AllowHere.css';
import { useEffect, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { hostOfPage } from '../../lib/sites/host';
import type { SitesStore } from '../../lib/state/sites';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { FieldError } from '../ui/Field';
import { SiteIcon } from '../ui/icons';
import { Switch } from '../ui/Switch';
import { useStore } from '../use-store';
import { problemText } from './problem-text';

interface AllowHereProps {
  /** The page that the popup is over; '' where there is none. */
  pageUrl: string;
  /** Gives the sites that the person allows. */
  load: () => Promise<SitesStore>;
}

/** A quiet way to allow the site of the page in the tab, and to say what that means before the browser asks. */
export function AllowHere({ pageUrl, load }: AllowHereProps) {
  const [sites, setSites] = useState<SitesStore | null>(null);
  useEffect(() => void load().then((store) => setSites(() => store)), [load]);
  const host = hostOfPage(pageUrl);
  return host && sites && <Loaded host={host} sites={sites} />;
}

function Loaded({ host, sites }: { host: string; sites: SitesStore }) {
  const [isOpen, setOpen] = useState(false);
  const site = useStore(sites, (state) => state.sites[host]);
  const problem = useStore(sites, (state) => state.problem);
  const title = t(site ? 'allowHereOn' : 'allowHere', host);
  const { allow, disallow, setHover } = sites.getState();
  return (
    <>
      <IconButton label={title} onClick={() => setOpen(true)}>
        <SiteIcon isOn={Boolean(site)} />
      </IconButton>
      {isOpen && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <div class="allow-here">
            <p class="muted">{t('allowHereWords', host)}</p>
            {site && (
              <Switch
                label={t('allowedHover')}
                words={t('allowedHoverWords')}
                checked={site.hover}
                onChange={(hover) => void setHover(host, hover)}
              />
            )}
            {problem && <FieldError>{problemText(problem)}</FieldError>}
            {site ? (
              <Button onClick={() => void disallow(host)}>{t('allowedRemoveOf', host)}</Button>
            ) : (
              <Button kind="primary" onClick={() => void allow(host)}>
                {t('allowHereButton', host)}
              </Button>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
