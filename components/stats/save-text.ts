import { download } from '../../lib/state/data';

/** Hands a text to the person as a file. */
export const saveText = (name: string, text: string, type: string): void =>
  download(name, new Blob([text], { type }));
