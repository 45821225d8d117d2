import './Switch.css';
import { useId } from 'preact/hooks';

interface SwitchProps {
  label: string;
  /** Its name where the same label stands several times in a view. */
  name?: string;
  /** What it does, in a sentence. */
  words?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Turns something on and off at once, without a button to confirm it. */
export function Switch({ label, name, words, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <span class="switch">
      <input
        id={id}
        class="switch-box"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        aria-label={name}
        aria-describedby={words && `${id}-words`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {words && (
        <span class="small muted switch-words" id={`${id}-words`}>
          {words}
        </span>
      )}
    </span>
  );
}
