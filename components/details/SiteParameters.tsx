import { useState } from 'preact/hooks';

import { addParameters, problemsOfParameters } from '../../lib/drafts/link-parameters';
import { siteOfPage } from '../../lib/drafts/site';
import { linkVariables, type Variable } from '../../lib/drafts/template';
import { usualTemplates, type TemplateChoice } from '../../lib/drafts/templates';
import { linkValues } from '../../lib/drafts/values';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
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
      <AddSite onAdd={(site) => setSite(site, sites[site] ?? '')} />
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

/** The host of what a person types: a name, or an address of any page of the site; '' where it is none. */
export function siteTyped(text: string): string {
  const typed = text.trim();
  const host = siteOfPage(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`);
  return /\w\.\w/.test(host) && host.length <= 253 ? host : '';
}

function AddSite({ onAdd }: { onAdd: (site: string) => void }) {
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const add = () => {
    const site = siteTyped(text);
    setIsWrong(site === '');
    if (site === '') return;
    onAdd(site);
    setText('');
  };
  return (
    <div
      class="details-add"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault(); // it adds the site, and does not send the form around it
        add();
      }}
    >
      <TextField
        label={t('parametersSite')}
        type="url"
        value={text}
        placeholder="shop.example"
        spellcheck={false}
        error={isWrong && text ? t('parametersNoSite') : null}
        onInput={(next) => {
          setText(next);
          setIsWrong(false);
        }}
      />
      <Button disabled={text.trim() === ''} onClick={add}>
        {t('parametersAdd')}
      </Button>
    </div>
  );
}
