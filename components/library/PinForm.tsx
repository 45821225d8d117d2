import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { WantedChange } from '../../lib/changes/queue';
import { t } from '../../lib/i18n';
import type { PinRow } from '../../lib/library/types';
import { TextArea, TextField } from '../ui/Field';
import { FormDialog } from './FormDialog';
import { editOf, type PinWords } from './pin-changes';

/** Longest words of a pin, in UTF-16 code units. Source: API description 5.23. */
const limits = { title: 100, description: 800, altText: 500, link: 2048 } as const;
type Field = keyof typeof limits;

interface PinFormProps {
  pin: PinRow;
  /** What the fields begin with, where that is not how the pin is. */
  filled?: Partial<PinWords>;
  /** What is to be changed; null where nothing is. */
  onDone: (wanted: WantedChange | null) => void;
}

/** Changes a pin's words, where Pinterest lets the app do so. */
export function PinForm({ pin, filled, onDone }: PinFormProps) {
  const [words, setWords] = useState({
    title: pin.title,
    description: pin.description,
    altText: pin.altText,
    link: pin.link,
    ...filled,
  });
  const [isTried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const set = (field: Field) => (value: string) => setWords({ ...words, [field]: value });
  const isLong = (Object.keys(limits) as Field[]).some(
    (field) => words[field].length > limits[field],
  );
  const isBadLink = words.link !== '' && !/^https?:$/.test(URL.parse(words.link)?.protocol ?? '');
  const save = () => {
    setTried(true);
    if (!isLong && !isBadLink) onDone(editOf(pin, words));
  };
  return (
    <FormDialog
      title={t('pinEditTitle')}
      action={t('actionSave')}
      onSave={save}
      onClose={() => onDone(null)}
    >
      <TextField
        label={t('fieldTitle')}
        value={words.title}
        limit={limits.title}
        inputRef={first}
        onInput={set('title')}
      />
      <TextArea
        label={t('fieldDescription')}
        value={words.description}
        limit={limits.description}
        onInput={set('description')}
        onSubmit={save}
      />
      <TextArea
        label={t('fieldAltText')}
        value={words.altText}
        limit={limits.altText}
        onInput={set('altText')}
        onSubmit={save}
      />
      <TextField
        label={t('fieldLink')}
        value={words.link}
        limit={limits.link}
        type="url"
        spellcheck={false}
        error={isTried && isBadLink ? t('errBadLink') : null}
        onInput={set('link')}
      />
      <p class="tiny faint">{t('pinEditBeta')}</p>
    </FormDialog>
  );
}
