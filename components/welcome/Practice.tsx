import '../composer/Composer.css';
import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { Preview } from '../composer/Preview';
import { saveDialogUrl } from '../composer/save-dialog';
import { LinkField, Words } from '../composer/Words';
import { Button } from '../ui/Button';
import { readSample, sampleDraft } from './sample';

interface PracticeProps {
  siteUrl: string;
  sampleUrl: string;
  onOpenUrl: (url: string) => void;
}

/** The composer with a picture of Tack's own: what is typed here is kept nowhere, and the dialog is Pinterest's real one. */
export function Practice({ siteUrl, sampleUrl, onOpenUrl }: PracticeProps) {
  const [draft, setDraft] = useState(() => sampleDraft(sampleUrl));
  const [saved, setSaved] = useState(false);
  const save = () => {
    setSaved(true);
    onOpenUrl(saveDialogUrl(siteUrl, draft));
  };
  const edit = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  return (
    <form
      class="practice"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="composer-top">
        <Preview draft={draft} images={[]} readBytes={readSample} />
        <Words draft={draft} onEdit={edit} onSubmit={save} />
      </div>
      <LinkField draft={draft} onEdit={edit} />
      <p class="sheet-row">
        <Button kind="primary" type="submit">
          {t('saveWithPinterest')}
        </Button>
        <span class="small muted" role="status">
          {t(saved ? 'practiceSaved' : 'practiceHint')}
        </span>
      </p>
      <p class="tiny faint">{t('sampleCredit')}</p>
    </form>
  );
}
