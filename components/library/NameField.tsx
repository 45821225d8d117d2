import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { NAME_LIMIT, nameProblem } from '../../lib/library/names';
import { TextField } from '../ui/Field';
import { nameWords } from './name-words';

interface NameFieldProps {
  value: string;
  error: string | null;
  inputRef: RefObject<HTMLInputElement | null>;
  onInput: (typed: string) => void;
}

/** The field for the name of a board or a section. */
export const NameField = (props: NameFieldProps) => (
  <TextField label={t('libraryName')} limit={NAME_LIMIT} {...props} />
);

/**
 * A name that is being typed; its field has the focus from the first paint on. `check` gives it without spaces around it, or
 * null where something is wrong with it, which is then said at the field.
 *
 * @param taken what others of its kind are called
 */
export function useName(before: string, taken: readonly string[]) {
  const [value, setValue] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const inputRef = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => inputRef.current?.focus(), []);
  const onInput = (typed: string) => {
    setValue(typed);
    setError(null);
  };
  const check = (): string | null => {
    const problem = nameProblem(value, taken);
    if (!problem) return value.trim();
    setError(nameWords(problem));
    inputRef.current?.focus();
    return null;
  };
  return { field: { value, error, inputRef, onInput }, check };
}
