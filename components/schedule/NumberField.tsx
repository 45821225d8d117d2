import { useId } from 'preact/hooks';

import { FieldFrame } from '../ui/Field';

interface NumberFieldProps {
  label: string;
  /** What is counted. */
  hint: string;
  value: number;
  /** 0 where nothing is said. */
  least?: number;
  most: number;
  onInput: (value: number) => void;
}

/** A whole number; what is none, too little or too much is not taken. */
export function NumberField({ label, hint, value, least = 0, most, onInput }: NumberFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <input
        id={id}
        class="field-input num"
        type="number"
        min={least}
        max={most}
        step={1}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => {
          const next = currentTarget.valueAsNumber;
          if (Number.isInteger(next) && next >= least && next <= most) onInput(next);
        }}
      />
    </FieldFrame>
  );
}
