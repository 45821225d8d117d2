import './Field.css';
import './SearchRow.css';
import type { ComponentChildren, Ref } from 'preact';

interface ChooseAllProps {
  label: string;
  checked: boolean;
  onChange: (all: boolean) => void;
}

interface SearchRowProps {
  label: string;
  value: string;
  onInput: (typed: string) => void;
  onEnter?: () => void;
  /** The box that chooses all that is shown, where there is one. */
  all?: ChooseAllProps;
  inputRef?: Ref<HTMLInputElement>;
  /** Stands behind the field. */
  children?: ComponentChildren;
}

/** A row with a field to search in, and what belongs to it. */
export function SearchRow(props: SearchRowProps) {
  const { label, value, onInput, onEnter, all, children } = props;
  return (
    <div class="search-row">
      {all && <ChooseAll {...all} />}
      <input
        ref={props.inputRef ?? null}
        type="search"
        class="field-input grow"
        aria-label={label}
        placeholder={label}
        value={value}
        dir="auto"
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !onEnter) return;
          event.preventDefault(); // else what has the focus next is pressed by it as well
          onEnter();
        }}
      />
      {children}
    </div>
  );
}

/** The box that chooses all rows that are shown, or none. */
export function ChooseAll({ label, checked, onChange }: ChooseAllProps) {
  return (
    <input
      type="checkbox"
      class="choose-box"
      aria-label={label}
      title={label}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
