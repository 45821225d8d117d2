import { t, uiLanguage } from '../../lib/i18n';

/** The languages that Tack has words in, by the names of their folders. */
const languages = ['en', 'de', 'fr', 'es', 'pt_BR', 'ja', 'ar'];

/** The browser's language is Tack's. */
export function Language() {
  const names = new Intl.DisplayNames([uiLanguage()], { type: 'language' });
  const own = names.of(uiLanguage()) ?? uiLanguage();
  const all = languages.map((language) => names.of(language.replace('_', '-')) ?? language);
  const list = new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(all);
  return <p>{t('languageWords', own, list)}</p>;
}
