import { t, type MessageKey } from '../../lib/i18n';

/** The kinds of data that Firefox asked about when Tack was installed, by Firefox's own names, and why Tack has them. */
const asked: readonly (readonly [name: MessageKey, why: MessageKey])[] = [
  ['consentSignIn', 'consentSignInWhy'],
  ['consentContent', 'consentContentWhy'],
  ['consentPages', 'consentPagesWhy'],
];

/** What Tack sees and where it goes; in Firefox also what the browser asked about. */
export function MaySee() {
  return (
    <>
      <ul class="welcome-list">
        <li>{t('seePage')}</li>
        <li>{t('seePinterest')}</li>
        <li>{t('seeNobody')}</li>
      </ul>
      {import.meta.env.FIREFOX && (
        <>
          <p class="small">{t('consentWords')}</p>
          <dl class="welcome-consent small">
            {asked.map(([name, why]) => (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd class="muted">{t(why)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
