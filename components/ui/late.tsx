import type { ComponentType, JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

import { atLeisure } from '../../lib/state/drawn';

/** How long what comes last waits for the browser to have nothing else to do. */
const LAST_MS = 400;

/**
 * Makes a component of one that is loaded when it is first shown: what most openings of a view do without is no part of
 * its first load. `placeholder` stands in its place until then. `ahead` loads it before it is shown: it then waits for nothing.
 *
 * @param isLast waits until the view is open and at rest and nobody types, for what nobody opens it for: what they came for
 * is loaded and drawn first
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: JSX.Element | null,
  isLast = false,
) {
  let loaded: ComponentType<Props> | null = null; // a second showing waits for nothing
  const ahead = async () => {
    loaded ??= await load();
  };
  function Late(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    // Before the placeholder is painted, and not a frame later.
    useLayoutEffect(() => {
      const show = () => void ahead().then(() => setShown(() => loaded));
      if (!isLast || loaded) return show();
      let gone = false;
      void atLeisure(LAST_MS).then(() => gone || show());
      return () => void (gone = true);
    }, []);
    return Shown ? <Shown {...props} /> : placeholder;
  }
  return Object.assign(Late, { ahead });
}
