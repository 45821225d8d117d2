import './LinkHint.css';
import type { Draft, DraftEdit } from '../../lib/drafts/types';
import { t, tn } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface LinkHintProps {
  draft: Draft;
  onEdit: (edit: DraftEdit) => void;
}

/** What Tack took out of the page's link and what it added, named, and the way back to the link as it was. */
export function LinkHint({ draft, onEdit }: LinkHintProps) {
  const { linkRemoved: removed, linkAdded: added = [], linkBefore } = draft;
  const isBoth = removed.length > 0 && added.length > 0; // there is little room
  const text = [
    removed.length > 0 && tn(isBoth ? 'linkRemovedShort' : 'linkRemoved', removed.length),
    added.length > 0 && tn(isBoth ? 'linkAddedShort' : 'linkAdded', added.length),
  ];
  const names = [...removed.map((name) => `− ${name}`), ...added.map((name) => `+ ${name}`)];
  return (
    <span class="link-hint" title={names.join(', ')}>
      <span>{text.filter(Boolean).join(' · ')}</span>
      {linkBefore && (
        <Button
          kind="plain"
          onClick={() => onEdit({ link: linkBefore, linkRemoved: [], linkAdded: [] })}
        >
          {t(removed.length > 0 ? 'linkRestore' : 'linkWithout')}
        </Button>
      )}
    </span>
  );
}
