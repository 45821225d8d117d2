import { useState } from 'preact/hooks';

import { siteOfPage } from '../../lib/drafts/site';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';

/** The host of what a person types: a name, or an address of any page of the site; '' where it is none. */
export function siteTyped(text: string): string {
  const typed = text.trim();
  const host = siteOfPage(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`);
  return /\w\.\w/.test(host) && host.length <= 253 ? host : '';
}

interface AddSiteProps {
  label: string;
  onAdd: (site: string) => void;
}

/** A field for a site, by its name or the address of any of its pages. */
export function AddSite({ label, onAdd }: AddSiteProps) {
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
        label={label}
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
