import './Field.css';
import type { ComponentChildren, Ref, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';

interface FieldFrameProps {
  id: string;
  label: string;
  /** Stands at the right of the label, before the counter. */
  hint?: ComponentChildren;
  counter?: ComponentChildren;
  error?: string | null | undefined;
  children: ComponentChildren;
  fill?: boolean;
}

/** A label above, a hint and a counter at its right, the control, and what is wrong with it. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, hint, counter, error, children, fill } = props;
  return (
    <div class={fill ? 'field field-fill' : 'field'}>
      <div class="field-head">
        <label for={id}>{label}</label>
        <span class="grow" />
        {hint && (
          <span class="field-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        {counter}
      </div>
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** What is wrong, said beside what it is about. */
export function FieldError({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="field-error" id={id} role="alert">
      {children}
    </p>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Characters that fit; more can be typed and is said, so that a pasted text is not cut unseen. */
  limit?: number;
  hint?: ComponentChildren;
  error?: string | null | undefined;
  placeholder?: string;
  type?: 'text' | 'url';
  /** Shown as dots. */
  secret?: boolean;
  readOnly?: boolean;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  spellcheck?: boolean;
}

/** One line of text. Enter is left to the form around it. */
export function TextField(props: TextFieldProps) {
  const { label, value, limit, hint, error, type = 'text', spellcheck = true } = props;
  const id = useId();
  const tooLong = limit !== undefined && value.length > limit;
  const common = {
    ref: props.inputRef ?? null,
    id,
    class: 'field-input',
    value,
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    disabled: props.disabled,
    autocomplete: 'off',
    spellcheck,
    'aria-invalid': tooLong || Boolean(error),
    'aria-describedby': describedBy(id, { hint, limit, error }),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
      props.onInput(event.currentTarget.value),
  } as const;
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      error={error}
      counter={limit !== undefined && <Counter id={id} length={value.length} limit={limit} />}
    >
      {props.secret ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" inputMode={type} {...common} />
      )}
    </FieldFrame>
  );
}

interface TextAreaProps extends Pick<
  TextFieldProps,
  'label' | 'value' | 'onInput' | 'limit' | 'hint' | 'error' | 'disabled' | 'placeholder'
> {
  /** Ctrl+Enter or Cmd+Enter: Enter itself makes a new line here. */
  onSubmit?: () => void;
}

/** Several lines of text; takes the height that is left, and scrolls inside. */
export function TextArea(props: TextAreaProps) {
  const { label, value, limit, hint, error, onSubmit } = props;
  const id = useId();
  const tooLong = limit !== undefined && value.length > limit;
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      error={error}
      fill
      counter={limit !== undefined && <Counter id={id} length={value.length} limit={limit} />}
    >
      <textarea
        id={id}
        class="field-input field-area"
        value={value}
        placeholder={props.placeholder}
        disabled={props.disabled}
        rows={2}
        aria-invalid={tooLong || Boolean(error)}
        aria-describedby={describedBy(id, { hint, limit, error })}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSubmit?.();
        }}
      />
    </FieldFrame>
  );
}

function Counter({ id, length, limit }: { id: string; length: number; limit: number }) {
  const text = t('fieldCounter', formatNumber(length), formatNumber(limit));
  return (
    <span
      class={length > limit ? 'field-counter num field-over' : 'field-counter num'}
      id={`${id}-count`}
    >
      {text}
    </span>
  );
}

function describedBy(
  id: string,
  { hint, limit, error }: { hint: unknown; limit: number | undefined; error: unknown },
): string | undefined {
  const ids = [error && `${id}-error`, hint && `${id}-hint`, limit !== undefined && `${id}-count`];
  return ids.filter(Boolean).join(' ') || undefined;
}
