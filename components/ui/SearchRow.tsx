import './SearchRow.css';
import type { ComponentChildren, Ref } from 'preact';

interface SearchRowProps {
  label: string;
  value: string;
  onInput: (typed: string) => void;
  onEnter?: () => void;
  /** The box that chooses all that is shown, where there is one. */
  all?: { label: string; checked: boolean; onChange: (all: boolean) => void };
  inputRef?: Ref<HTMLInputElement>;
  /** Stands behind the field. */
  children?: ComponentChildren;
}

/** A row with a field to search in, and what belongs to it. */
export function SearchRow(props: SearchRowProps) {
  const { label, value, onInput, onEnter, all, children } = props;
  return (
    <div class="search-row">
      {all && (
        <input
          type="checkbox"
          class="choose-box"
          aria-label={all.label}
          title={all.label}
          checked={all.checked}
          onChange={(event) => all.onChange(event.currentTarget.checked)}
        />
      )}
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
