import './Details.css';
import { useState } from 'preact/hooks';

import { problemsOfParameters } from '../../lib/drafts/link-parameters';
import { insertionOf, problemsOf, textVariables, type Variable } from '../../lib/drafts/template';
import { usualTemplates, type TemplateChoice } from '../../lib/drafts/templates';
import { t } from '../../lib/i18n';
import type { DetailsStore } from '../../lib/state/details';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { useKept } from '../settings/use-kept';
import { useStore } from '../use-store';
import { SiteParameters } from './SiteParameters';
import { SiteWords } from './SiteWords';
import { TemplateField } from './TemplateField';
import { TemplatePreview } from './TemplatePreview';

/** How the words of a pin are made of what a page says, and what is added to links to one's own sites. */
export function Details({ store }: { store: DetailsStore }) {
  const saved = useStore(store, (state) => state.saved);
  const error = useStore(store, (state) => state.error);
  return (
    <>
      {error && <ErrorNotice error={error} onAction={() => void store.getState().load()} />}
      {saved && <TemplateForm saved={saved} onSave={store.getState().save} />}
    </>
  );
}

/** The address of a page is of use in a text, its alternative text in a title is not. */
const shortVariables = textVariables.filter(
  (name) => name !== 'description' && name !== 'alt' && name !== 'url' && name !== 'selection',
);

const fields: readonly {
  field: 'title' | 'description' | 'altText';
  label: 'fieldTitle' | 'fieldDescription' | 'fieldAltText';
  variables: readonly Variable[];
}[] = [
  { field: 'title', label: 'fieldTitle', variables: shortVariables },
  { field: 'description', label: 'fieldDescription', variables: textVariables },
  { field: 'altText', label: 'fieldAltText', variables: ['alt', 'title', 'site', 'description'] },
];

interface TemplateFormProps {
  saved: TemplateChoice;
  onSave: (choice: TemplateChoice) => Promise<boolean>;
}

function TemplateForm({ saved, onSave }: TemplateFormProps) {
  const { choice, change, isKept, keep } = useKept(saved, (typed: TemplateChoice) =>
    onSave(withoutProblems(typed, saved)),
  );
  const [now] = useState(() => Date.now());
  return (
    <form
      class="details-form"
      aria-label={t('optionsDetails')}
      onFocusOut={keep}
      onSubmit={(event) => event.preventDefault()}
    >
      {fields.map(({ field, label, variables }) => (
        <TemplateField
          key={field}
          label={t(label)}
          value={choice[field]}
          usual={usualTemplates[field]}
          problems={problemsOf(choice[field])}
          variables={variables}
          insertion={insertionOf}
          multiline={field === 'description'}
          onInput={(text) => change({ [field]: text })}
        />
      ))}
      <p class="small muted">{t('optionsDetailsSelection')}</p>
      <TemplatePreview templates={choice} now={now} />
      <SiteWords
        value={choice.siteWords}
        common={choice}
        onChange={(siteWords) => change({ siteWords })}
      />
      <SiteParameters value={choice} now={now} onChange={change} />
      <p role="status" class="muted small">
        {isKept && t('templatesSaved')}
      </p>
    </form>
  );
}

/** What is wrong says so at its field, and until it is right what was kept before holds. */
function withoutProblems(typed: TemplateChoice, kept: TemplateChoice): TemplateChoice {
  const sites = Object.entries(typed.sites).map(([site, own]) => [
    site,
    problemsOfParameters(own).length > 0 ? (kept.sites[site] ?? '') : own,
  ]);
  const right = (text: string, before = '') => (problemsOf(text).length > 0 ? before : text);
  const siteWords = Object.entries(typed.siteWords).map(([site, { title, description }]) => {
    const before = kept.siteWords[site];
    return [
      site,
      { title: right(title, before?.title), description: right(description, before?.description) },
    ];
  });
  const isBad = problemsOfParameters(typed.parameters).length > 0;
  return {
    ...typed,
    title: right(typed.title, kept.title),
    description: right(typed.description, kept.description),
    altText: right(typed.altText, kept.altText),
    parameters: isBad ? kept.parameters : typed.parameters,
    sites: Object.fromEntries(sites),
    siteWords: Object.fromEntries(siteWords),
  };
}
