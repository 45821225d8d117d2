import './Settings.css';
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { fits, SettingsQuery } from './query';

interface SettingsPartProps {
  /** Its place in the address, and what the list of parts leads to. */
  id: string;
  title: string;
  words?: string;
  children: ComponentChildren;
}

/** A part of the settings. It is there as long as something in it fits what is searched for. */
export function SettingsPart({ id, title, words, children }: SettingsPartProps) {
  const query = useContext(SettingsQuery);
  const part = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(true);
  useLayoutEffect(() => {
    const { current } = part;
    if (!current || query === '') {
      setShown(true);
      return undefined;
    }
    const look = () => setShown(fits(textOf(current), query));
    look();
    const changes = new MutationObserver(look); // parts that come late bring words of their own
    changes.observe(current, { childList: true, subtree: true, characterData: true });
    return () => changes.disconnect();
  }, [query]);
  return (
    <section ref={part} id={id} class="sheet-part" aria-labelledby={`${id}-title`} hidden={!shown}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {words && <p class="muted">{words}</p>}
      {children}
    </section>
  );
}

/** What a person can read in it, and the names of what they can't. */
function textOf(part: HTMLElement): string {
  const named = part.querySelectorAll('[aria-label]');
  const names = Array.from(named, (element) => element.getAttribute('aria-label') ?? '');
  return [part.textContent, ...names].join(' ');
}
