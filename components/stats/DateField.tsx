import '../ui/Field.css';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { isDate } from '../../lib/stats/periods';

interface DateFieldProps {
  label: string;
  /** `YYYY-MM-DD`, as `min` and `max` are. */
  value: string;
  min: string;
  max: string;
  onChoose: (date: string) => void;
}

/**
 * A day to be typed or picked. What is typed is the person's until Enter or until the field is left: half a date is none, and
 * a year on its way to its fourth digit is no year. What is no date then, is as it was.
 */
export function DateField({ label, value, min, max, onChoose }: DateFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isTyped = useRef(false);
  useLayoutEffect(() => show(value), [value]);
  function show(date: string): void {
    if (input.current) input.current.value = date;
  }
  const commit = () => {
    const typed = input.current?.value ?? '';
    isTyped.current = false;
    const date = isDate(typed) ? inside(typed, min, max) : value;
    show(date);
    if (date !== value) onChoose(date);
  };
  return (
    <label class="stats-date" for={id}>
      <span class="tiny muted">{label}</span>
      <input
        ref={input}
        id={id}
        class="field-input"
        type="date"
        {...{ min, max }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else isTyped.current = !opensCalendar(event);
        }}
        onPointerDown={() => {
          isTyped.current = false;
        }}
        // A day that is picked in the browser's calendar is meant as it is.
        onChange={() => {
          if (!isTyped.current) commit();
        }}
        onBlur={commit}
      />
    </label>
  );
}

const inside = (date: string, min: string, max: string): string =>
  date < min ? min : date > max ? max : date;

const opensCalendar = ({ key, altKey }: KeyboardEvent): boolean =>
  key === ' ' || key === 'F4' || (altKey && key === 'ArrowDown');
