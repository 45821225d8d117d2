import { useEffect, useMemo, useState } from 'preact/hooks';

import { checkLinks, type LinkState } from '../../lib/library/links';
import type { PinRow } from '../../lib/library/types';

/** How far the look at where links lead is. */
export interface LinkCheck {
  broken: ReadonlySet<string>;
  /** How many links were looked at, of how many, and of how many of these the browser does not tell. */
  known: number;
  all: number;
  unknown: number;
}

/** Looks where the links of pins lead while the person wants to see broken ones: no site is asked before, and each once. */
export function useLinkCheck(pins: readonly PinRow[], isWanted: boolean): LinkCheck {
  const [states, setStates] = useState<ReadonlyMap<string, LinkState>>(new Map());
  const links = useMemo(() => [...new Set(pins.map(({ link }) => link).filter(Boolean))], [pins]);
  useEffect(() => {
    if (!isWanted) return undefined;
    const end = new AbortController();
    const left = links.filter((link) => !states.has(link));
    const note = (link: string, state: LinkState) => {
      if (!end.signal.aborted) setStates((before) => new Map(before).set(link, state));
    };
    void checkLinks(left, note, end.signal);
    return () => end.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- what is found out is no reason to begin again
  }, [links, isWanted]);
  return useMemo(() => {
    const known = links.filter((link) => states.has(link));
    const withState = (state: LinkState) => known.filter((link) => states.get(link) === state);
    return {
      broken: new Set(withState('broken')),
      known: known.length,
      all: links.length,
      unknown: withState('unknown').length,
    };
  }, [links, states]);
}
