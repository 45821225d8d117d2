import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Makes a component of one that is loaded when it is first shown: what most openings of a view do without is no part of
 * its first load. `placeholder` stands in its place until then.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: JSX.Element | null,
) {
  let loaded: ComponentType<Props> | null = null; // a second showing waits for nothing
  return function Late(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      const show = async () => {
        loaded ??= await load();
        setShown(() => loaded);
      };
      void show();
    }, []);
    return Shown ? <Shown {...props} /> : placeholder;
  };
}
