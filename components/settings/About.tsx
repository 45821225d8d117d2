import { browser } from 'wxt/browser';

import { t } from '../../lib/i18n';

/** Which Tack this is, and whose. */
export function About() {
  const { version } = browser.runtime.getManifest();
  return (
    <>
      <p>{t('aboutVersion', version)}</p>
      <p class="small muted">{t('aboutLicence')}</p>
      <p class="tiny faint">{t('notAffiliated')}</p>
    </>
  );
}
