import './Segmented.css';
import { useId } from 'preact/hooks';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** Shows the label above; it is always spoken. */
  showLabel?: boolean;
}

/** A choice of one among a few, side by side: radio buttons, with the browser's own keys. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset class="segmented-group">
      <legend class={props.showLabel ? 'segmented-label' : 'spoken'}>{props.label}</legend>
      <div class="segmented">
        {props.options.map(({ value, label }) => (
          <label class="segmented-option" key={value}>
            <input
              class="spoken"
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
