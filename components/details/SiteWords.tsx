import { problemsOf } from '../../lib/drafts/template';
import type { TemplateChoice } from '../../lib/drafts/templates';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { AddSite } from './AddSite';
import { problemText } from './TemplateField';

type Words = TemplateChoice['siteWords'];

interface SiteWordsProps {
  value: Words;
  /** The templates of all sites, which an empty field stands for. */
  common: Pick<TemplateChoice, 'title' | 'description'>;
  onChange: (value: Words) => void;
}

const fields = [
  ['title', 'siteWordsTitleOf'],
  ['description', 'siteWordsDescriptionOf'],
] as const;

/** Templates of their own for pins of single sites. */
export function SiteWords({ value, common, onChange }: SiteWordsProps) {
  const remove = (site: string) => {
    const { [site]: _, ...others } = value;
    onChange(others);
  };
  return (
    <>
      <h3>{t('siteWordsTitle')}</h3>
      <p class="muted">{t('siteWordsWords')}</p>
      <AddSite
        label={t('siteWordsSite')}
        onAdd={(site) => onChange({ [site]: { title: '', description: '' }, ...value })}
      />
      <ul class="details-sites">
        {Object.entries(value)
          .toSorted(([one], [other]) => one.localeCompare(other))
          .map(([site, own]) => (
            <li key={site} class="details-sites">
              {fields.map(([field, label]) => {
                const [problem] = problemsOf(own[field]);
                return (
                  <TextField
                    key={field}
                    label={t(label, site)}
                    value={own[field]}
                    placeholder={common[field]}
                    spellcheck={false}
                    error={problem && problemText(problem)}
                    onInput={(text) => onChange({ ...value, [site]: { ...own, [field]: text } })}
                  />
                );
              })}
              <p>
                <Button onClick={() => remove(site)}>{t('siteWordsRemove', site)}</Button>
              </p>
            </li>
          ))}
      </ul>
    </>
  );
}
