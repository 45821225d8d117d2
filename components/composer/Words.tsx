import { textLimits } from '../../lib/capture/suggest';
import type { Draft, DraftEdit } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';
import { TextArea, TextField } from '../ui/Field';
import { late } from '../ui/late';

interface WordsProps {
  draft: Draft;
  /** Where several pins are written at once: the fields in which they differ, which are shown empty. */
  different?: ReadonlySet<string> | undefined;
  onEdit: (edit: DraftEdit) => void;
}

/** Title, description and alt text of a pin. */
export function Words({
  draft,
  different,
  onEdit,
  onSubmit,
}: WordsProps & { onSubmit: () => void }) {
  const among = (field: string) =>
    different?.has(field) ? { placeholder: t('trayDifferent') } : {};
  return (
    <div class="composer-words">
      <TextField
        label={t('fieldTitle')}
        value={draft.title}
        {...among('title')}
        limit={textLimits.title}
        onInput={(title) => onEdit({ title })}
      />
      <TextArea
        label={t('fieldDescription')}
        value={draft.description}
        {...among('description')}
        limit={textLimits.description}
        onInput={(description) => onEdit({ description })}
        onSubmit={onSubmit}
      />
      {different ? (
        <p class="tiny muted">{t('trayAltText')}</p>
      ) : (
        <TextField
          label={t('fieldAltText')}
          value={draft.altText}
          limit={textLimits.altText}
          hint={altHint(draft)}
          onInput={(altText) => onEdit({ altText })}
        />
      )}
    </div>
  );
}

/** Asks for the text of who can't see the picture; what nobody wrote yet is said to be a suggestion. */
const altHint = ({ altText, image }: Draft) =>
  altText.trim() === '' ? t('altPrompt') : altText === image.alt && t('altSuggested');

const LateLinkHint = late(() => import('./LinkHint').then(({ LinkHint }) => LinkHint), null);

/** Where the pin leads, with what was taken out of the address or added to it, and a way back. */
export function LinkField({ draft, different, onEdit }: WordsProps) {
  const isChanged = draft.linkRemoved.length > 0 || Boolean(draft.linkAdded?.length);
  return (
    <TextField
      label={t('fieldLink')}
      type="url"
      value={draft.link}
      {...(different?.has('link') ? { placeholder: t('trayDifferent') } : {})}
      limit={textLimits.link}
      spellcheck={false}
      onInput={(link) => onEdit({ link })}
      hint={isChanged && <LateLinkHint draft={draft} onEdit={onEdit} />}
    />
  );
}
