import './Combobox.css';
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { FieldFrame } from './Field';

/** One entry of the list. */
export interface ComboboxOption {
  key: string;
  /** What the field says once it is chosen; spoken as well. */
  text: string;
  content: ComponentChildren;
  /** Names the sign at its end that goes a level deeper, where there is one; by keyboard, Tab does. */
  deeper?: string;
}

interface ComboboxProps {
  label: string;
  hint?: ComponentChildren;
  error?: string | null;
  placeholder?: string;
  /** What is chosen now, as text. */
  value: string;
  options: readonly ComboboxOption[];
  /** Stands below the list: how many more there are, or that they are still coming. */
  note?: ComponentChildren;
  query: string;
  onQuery: (query: string) => void;
  onChoose: (key: string) => void;
  /** Enter while the list is closed. */
  onEnter?: () => void;
  /** Goes one level deeper, e.g. into a board's sections. Gives false where there is none. */
  onDeeper?: (key: string) => boolean;
  onBack?: () => boolean;
  /** The list was closed, and nothing chosen. */
  onClose?: () => void;
  /** The end of the options is near, and there are more. */
  onMore?: () => void;
  /** Digits that something's name begins with: they are typed, and choose nothing. */
  typed?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** How many options before the last one the end is near. */
const NEAR = 4;

/** How many options are seen at once, and how far a page's key goes. */
const PAGE = 4;

/** How far above the end of the list more is asked for, px. */
const NEAR_PX = 80;

/** A combobox with a list, with the keys of the ARIA Authoring Practices; digits 1 to 3 choose while nothing is typed. */
export function Combobox(props: ComboboxProps) {
  const { label, hint, error, value, options, query, onQuery, onChoose, note, typed = '' } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const index = Math.min(active, options.length - 1);
  const current = open ? options[index] : undefined;

  useEffect(() => setActive(0), [query]);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView?.({ block: 'nearest' });
  }, [index, open]);
  const { onMore } = props;
  const isNear = open && index >= options.length - NEAR;
  useEffect(() => {
    if (isNear) onMore?.();
  }, [isNear, onMore]);

  const show = () => {
    setOpen(true);
    setActive(0);
  };
  const hide = () => {
    setOpen(false);
    onQuery('');
    if (open) props.onClose?.();
  };
  const choose = (option: ComboboxOption | undefined) => {
    if (!option) return;
    setOpen(false);
    onQuery('');
    onChoose(option.key);
  };
  const move = (to: number) => (open ? setActive((to + options.length) % options.length) : show());
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (move(index + 1), true),
    ArrowUp: () => (move(open ? index - 1 : 0), true),
    PageDown: () => (open && setActive(Math.min(index + PAGE, options.length - 1)), open),
    PageUp: () => (open && setActive(Math.max(index - PAGE, 0)), open),
    Enter: () => {
      if (open && current) choose(current);
      else if (!open || query === '') props.onEnter?.(); // what was typed and is not there yet is waited for
      return true;
    },
    Escape: () => (open && hide(), open),
    Tab: () => {
      if (open && current && props.onDeeper?.(current.key)) return true;
      setOpen(false);
      return false;
    },
    ArrowRight: () => Boolean(open && query === '' && current && props.onDeeper?.(current.key)),
    ArrowLeft: () => Boolean(open && query === '' && props.onBack?.()),
    Backspace: () => Boolean(open && query === '' && props.onBack?.()),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isDigit = /^[1-3]$/.test(event.key) && query === '' && !typed.includes(event.key);
    const digit = isDigit ? Number(event.key) : 0;
    const done =
      digit > 0 ? (choose(options[digit - 1]), true) : !event.shiftKey && keys[event.key]?.();
    if (done) event.preventDefault();
  };

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div
        class={open ? 'combobox combobox-open' : 'combobox'}
        onFocusOut={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) hide();
        }}
      >
        <input
          ref={props.inputRef ?? null}
          id={id}
          class="field-input combobox-input"
          role="combobox"
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${index}` : undefined}
          aria-invalid={Boolean(error)}
          aria-describedby={describedBy(id, hint, error)}
          placeholder={open && value ? value : props.placeholder}
          value={open ? query : value}
          onClick={show}
          onFocus={(event) => showBeginning(event.currentTarget)}
          onInput={(event) => {
            // The first letter replaces what was chosen; it is not typed behind it.
            const { data } = event as unknown as InputEvent;
            onQuery(open ? event.currentTarget.value : data || event.currentTarget.value);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        <div class="combobox-pop" hidden={!open}>
          <ul
            class="combobox-list"
            role="listbox"
            id={`${id}-list`}
            aria-label={label}
            ref={list}
            onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
              if (scrollHeight - scrollTop - clientHeight < NEAR_PX) props.onMore?.();
            }}
          >
            {options.map((option, at) => (
              <li
                key={option.key}
                id={`${id}-${at}`}
                role="option"
                class="combobox-option"
                aria-selected={at === index}
                aria-label={option.text}
                onPointerDown={(event) => event.preventDefault()} // the focus stays in the field
                onPointerMove={() => setActive(at)}
                onClick={() => choose(option)}
              >
                {option.content}
                {option.deeper && (
                  <span
                    class="combobox-deeper"
                    role="presentation"
                    aria-hidden="true"
                    title={option.deeper}
                    onClick={(event) => {
                      event.stopPropagation();
                      props.onDeeper?.(option.key);
                    }}
                  >
                    ›
                  </span>
                )}
                {query === '' && at < 3 && !typed.includes(`${at + 1}`) && (
                  <kbd aria-hidden="true" data-key={at + 1} />
                )}
              </li>
            ))}
          </ul>
          {note && (
            <p class="combobox-note" role="status">
              {note}
            </p>
          )}
        </div>
      </div>
    </FieldFrame>
  );
}

/** The browser shows a field's end, where the cursor is; a long name is known by its beginning. */
const showBeginning = (input: HTMLInputElement): void => {
  input.scrollLeft = 0;
  requestAnimationFrame(() => (input.scrollLeft = 0)); // it does so again as it draws the cursor
};

/** A hint that is there, and an error that is. */
const describedBy = (id: string, hint: unknown, error: unknown) =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
