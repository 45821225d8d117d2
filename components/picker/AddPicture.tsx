import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';

interface AddPictureProps {
  onUrl: (url: string) => void;
  onFiles: (files: Iterable<File>) => void;
}

/** A picture by its address, or from a file; pasting and dropping do the same. */
export function AddPicture({ onUrl, onFiles }: AddPictureProps) {
  const [address, setAddress] = useState('');
  const url = webAddress(address);
  return (
    <details class="picker-add small">
      <summary>{t('pickerAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!url) return;
          onUrl(url);
          setAddress('');
        }}
      >
        <TextField
          label={t('pickerAddress')}
          type="url"
          value={address}
          onInput={setAddress}
          spellcheck={false}
          placeholder="https://"
        />
        <Button type="submit" disabled={!url}>
          {t('pickerAddButton')}
        </Button>
      </form>
      <label class="picker-file">
        {t('pickerFile')}
        <input
          type="file"
          accept="image/*,video/mp4,video/quicktime,video/x-m4v,.mp4,.mov,.m4v"
          multiple
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = ''; // the same file can be chosen again
          }}
        />
      </label>
    </details>
  );
}

/** What a person drops or pastes: files, or what they dragged out of a page, which is a picture's address. */
export function takeTransfer(
  transfer: DataTransfer | null | undefined,
  { onUrl, onFiles }: AddPictureProps,
): boolean {
  if (!transfer) return false;
  if (transfer.files.length > 0) {
    onFiles(transfer.files);
    return true;
  }
  const dragged = new DOMParser().parseFromString(transfer.getData('text/html'), 'text/html');
  const source = dragged.querySelector('img')?.getAttribute('src');
  const text = transfer.getData('text/uri-list') || transfer.getData('text/plain');
  const url = webAddress(source ?? '') ?? webAddress(text.split('\n')[0] ?? '');
  if (url) onUrl(url);
  return url !== null;
}

function webAddress(text: string): string | null {
  const url = URL.parse(text.trim());
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}
