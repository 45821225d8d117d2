import { textLimits } from '../../lib/capture/suggest';
import type { Draft, DraftEdit } from '../../lib/drafts/types';
import { t, tn } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextArea, TextField } from '../ui/Field';

interface WordsProps {
  draft: Draft;
  onEdit: (edit: DraftEdit) => void;
}

/** Title, description and alt text of a pin. */
export function Words({ draft, onEdit, onSubmit }: WordsProps & { onSubmit: () => void }) {
  return (
    <div class="composer-words">
      <TextField
        label={t('fieldTitle')}
        value={draft.title}
        limit={textLimits.title}
        onInput={(title) => onEdit({ title })}
      />
      <TextArea
        label={t('fieldDescription')}
        value={draft.description}
        limit={textLimits.description}
        onInput={(description) => onEdit({ description })}
        onSubmit={onSubmit}
      />
      <TextField
        label={t('fieldAltText')}
        value={draft.altText}
        limit={textLimits.altText}
        onInput={(altText) => onEdit({ altText })}
      />
    </div>
  );
}

/** Where the pin leads, with what was taken out of the address and a way to put it back. */
export function LinkField({ draft, onEdit }: WordsProps) {
  const { link, linkRemoved, linkBefore } = draft;
  return (
    <TextField
      label={t('fieldLink')}
      type="url"
      value={link}
      limit={textLimits.link}
      spellcheck={false}
      onInput={(changed) => onEdit({ link: changed })}
      hint={
        linkRemoved.length > 0 && (
          <span title={linkRemoved.join(', ')}>
            {tn('linkRemoved', linkRemoved.length)}{' '}
            {linkBefore && (
              <Button kind="plain" onClick={() => onEdit({ link: linkBefore, linkRemoved: [] })}>
                {t('linkRestore')}
              </Button>
            )}
          </span>
        )
      }
    />
  );
}
