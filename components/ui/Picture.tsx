import './Picture.css';
import { useEffect, useState } from 'preact/hooks';

import { PictureIcon } from './icons';

interface PictureProps {
  /** Reads the bytes that are kept of it; preferred to the address. Must be the same function for the same picture. */
  read?: (() => Promise<Blob | null>) | null;
  url?: string | null;
  alt?: string;
  class?: string;
  /** Asks for it a moment later, and not at all where it is gone by then. */
  waits?: boolean;
}

/** A row of a list that is scrolled faster than it can be looked at is gone by then, ms. */
const PASSING_MS = 100;

/** A picture from kept bytes or from its address; a quiet sign stands where it cannot be shown. */
export function Picture({
  read = null,
  url = null,
  alt = '',
  class: className = '',
  waits = false,
}: PictureProps) {
  const isAwaited = useStay(waits);
  const kept = useObjectUrl(read);
  const [broken, setBroken] = useState<string | null>(null);
  const source = kept ?? url;
  return (
    <span class={`picture ${className}`}>
      {isAwaited ? null : source && source !== broken ? (
        <img
          // Before the address: one that was shown lately is else loaded at once, and holds up what is drawn.
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          src={source}
          alt={alt}
          onError={() => setBroken(source)}
        />
      ) : (
        <PictureIcon />
      )}
    </span>
  );
}

function useObjectUrl(read: (() => Promise<Blob | null>) | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    const load = async () => {
      const blob = await read?.().catch(() => null); // the address, or the sign, stands in for it
      if (gone || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    };
    void load();
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [read]);
  return url;
}

/** Whether something that waits has been there for too short a time; a request for each row that flies by makes frames late. */
function useStay(waits: boolean): boolean {
  const [isAwaited, setAwaited] = useState(waits);
  useEffect(() => {
    if (!isAwaited) return undefined;
    const timer = setTimeout(() => setAwaited(false), PASSING_MS);
    return () => clearTimeout(timer);
  }, [isAwaited]);
  return isAwaited;
}
