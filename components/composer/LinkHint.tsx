import './LinkHint.css';
import { useId, useState } from 'preact/hooks';

import type { Draft, DraftEdit } from '../../lib/drafts/types';
import { t, tn } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface LinkHintProps {
  draft: Draft;
  onEdit: (edit: DraftEdit) => void;
}

/** What Tack took out of the page's link and what it added, with their names on a press, and the way back to the link as it was. */
export function LinkHint({ draft, onEdit }: LinkHintProps) {
  const { linkRemoved: removed, linkAdded: added = [], linkBefore } = draft;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isBoth = removed.length > 0 && added.length > 0; // there is little room
  const text = [
    removed.length > 0 && tn(isBoth ? 'linkRemovedShort' : 'linkRemoved', removed.length),
    added.length > 0 && tn(isBoth ? 'linkAddedShort' : 'linkAdded', added.length),
  ];
  const names = [...removed.map((name) => `− ${name}`), ...added.map((name) => `+ ${name}`)];
  return (
    <span class="link-hint">
      <Button kind="plain" expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {text.filter(Boolean).join(' · ')}
      </Button>
      {linkBefore && (
        <Button
          kind="plain"
          onClick={() => onEdit({ link: linkBefore, linkRemoved: [], linkAdded: [] })}
        >
          {t(removed.length > 0 ? 'linkRestore' : 'linkWithout')}
        </Button>
      )}
      {isOpen && (
        <ul class="link-names" aria-label={t('linkNames')} id={id}>
          {names.map((name) => (
            <li key={name}>
              <code>{name}</code>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
