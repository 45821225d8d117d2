import { browser } from 'wxt/browser';

import { t, uiLanguage } from '../../lib/i18n';

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

/** The languages that Tack has words in, by the names of their folders. */
const languages = ['en'];

/** The browser's language is Tack's. */
export function Language() {
  const names = new Intl.DisplayNames([uiLanguage()], { type: 'language' });
  const own = names.of(uiLanguage()) ?? uiLanguage();
  const all = languages.map((language) => names.of(language.replace('_', '-')) ?? language);
  const list = new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(all);
  return <p>{t('languageWords', own, list)}</p>;
}
