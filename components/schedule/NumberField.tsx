import { useId } from 'preact/hooks';

import { FieldFrame } from '../ui/Field';

interface NumberFieldProps {
  label: string;
  /** What is counted. */
  hint: string;
  value: number;
  most: number;
  onInput: (value: number) => void;
}

/** A whole number from 0 on; what is none, or too much, is not taken. */
export function NumberField({ label, hint, value, most, onInput }: NumberFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <input
        id={id}
        class="field-input num"
        type="number"
        min={0}
        max={most}
        step={1}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => {
          const next = currentTarget.valueAsNumber;
          if (Number.isInteger(next) && next >= 0 && next <= most) onInput(next);
        }}
      />
    </FieldFrame>
  );
}
