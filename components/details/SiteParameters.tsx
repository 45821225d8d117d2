import { addParameters, problemsOfParameters } from '../../lib/drafts/link-parameters';
import { linkVariables, type Variable } from '../../lib/drafts/template';
import { usualTemplates, type TemplateChoice } from '../../lib/drafts/templates';
import { linkValues } from '../../lib/drafts/values';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { AddSite } from './AddSite';
import { problemText, TemplateField } from './TemplateField';

type Choice = Pick<TemplateChoice, 'parameters' | 'sites'>;

interface SiteParametersProps {
  value: Choice;
  now: number;
  onChange: (value: Choice) => void;
}

const insertion = (variable: Variable) => `{${variable}}`;

/** The person's own sites, and what is added to links that go there. */
export function SiteParameters({ value, now, onChange }: SiteParametersProps) {
  const { parameters, sites } = value;
  const setSite = (site: string, own: string) =>
    onChange({ parameters, sites: { ...sites, [site]: own } });
  const remove = (site: string) => {
    const { [site]: _, ...others } = sites;
    onChange({ parameters, sites: others });
  };
  return (
    <>
      <h3>{t('parametersTitle')}</h3>
      <p class="muted">{t('parametersWords')}</p>
      <TemplateField
        label={t('parametersCommon')}
        value={parameters}
        usual={usualTemplates.parameters}
        problems={problemsOfParameters(parameters)}
        variables={linkVariables}
        insertion={insertion}
        onInput={(next) => onChange({ parameters: next, sites })}
      />
      <AddSite label={t('parametersSite')} onAdd={(site) => setSite(site, sites[site] ?? '')} />
      <ul class="details-sites">
        {Object.entries(sites)
          .toSorted(([one], [other]) => one.localeCompare(other))
          .map(([site, own]) => (
            <li key={site}>
              <Site
                {...{ site, own, now, common: parameters }}
                onInput={(next) => setSite(site, next)}
                onRemove={() => remove(site)}
              />
            </li>
          ))}
      </ul>
    </>
  );
}

interface SiteProps {
  site: string;
  /** Its own parameters; '' stands for the common ones. */
  own: string;
  common: string;
  now: number;
  onInput: (own: string) => void;
  onRemove: () => void;
}

/** One site: parameters of its own where it has any, and what becomes of a link. */
function Site({ site, own, common, now, onInput, onRemove }: SiteProps) {
  const problem = own ? problemsOfParameters(own)[0] : undefined;
  const link = `https://${site}/page`;
  const { url } = addParameters(link, own || common, linkValues(link, t('sampleProduct'), now));
  return (
    <>
      <TextField
        label={t('parametersOf', site)}
        value={own}
        placeholder={common}
        spellcheck={false}
        error={problem && problemText(problem)}
        onInput={onInput}
      />
      <p class="details-site">
        <span class="tiny faint details-link">{url}</span>
        <Button onClick={onRemove}>{t('parametersRemove', site)}</Button>
      </p>
    </>
  );
}
