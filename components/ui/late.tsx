import type { ComponentType, JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Makes a component of one that is loaded when it is first shown: what most openings of a view do without is no part of
 * its first load. `placeholder` stands in its place until then. `ahead` loads it before it is shown: it then waits for nothing.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: JSX.Element | null,
) {
  let loaded: ComponentType<Props> | null = null; // a second showing waits for nothing
  const ahead = async () => {
    loaded ??= await load();
  };
  function Late(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    // Before the placeholder is painted, and not a frame later.
    useLayoutEffect(() => void ahead().then(() => setShown(() => loaded)), []);
    return Shown ? <Shown {...props} /> : placeholder;
  }
  return Object.assign(Late, { ahead });
}
