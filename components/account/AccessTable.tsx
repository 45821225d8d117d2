import './AccountForms.css';
import { t, type MessageKey } from '../../lib/i18n';

/** What the two kinds of access allow; source: Pinterest's page on trial and standard access, as of 2026. */
const rows: readonly { what: MessageKey; trial: MessageKey; standard: MessageKey }[] = [
  { what: 'accessCreate', trial: 'accessCreateTrial', standard: 'accessYes' },
  { what: 'accessRead', trial: 'accessYes', standard: 'accessYes' },
  { what: 'accessCalls', trial: 'accessCallsTrial', standard: 'accessCallsStandard' },
  { what: 'accessOthers', trial: 'accessNo', standard: 'accessYes' },
  { what: 'accessAds', trial: 'accessNo', standard: 'accessYes' },
  { what: 'accessSee', trial: 'accessSeeTrial', standard: 'accessSeeStandard' },
];

/** Trial and Standard access side by side. Pinterest tells an app's kind by the way it counts calls: by day, or by minute. */
export function AccessTable({ isTrial }: { isTrial: boolean }) {
  return (
    <details class="small">
      <summary>{t(isTrial ? 'accessIsTrial' : 'accessTitle')}</summary>
      <table class="account-access muted">
        <thead>
          <tr>
            <th scope="col">{t('accessKind')}</th>
            <th scope="col" aria-current={isTrial || undefined}>
              {t('accessTrial')}
            </th>
            <th scope="col">{t('accessStandard')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, trial, standard }) => (
            <tr key={what}>
              <th scope="row">{t(what)}</th>
              <td>{t(trial)}</td>
              <td>{t(standard)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{t('accessHow')}</p>
    </details>
  );
}
