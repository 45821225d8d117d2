import type { ComponentProps, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { Picker } from '../picker/Picker';
import { Skeleton } from '../ui/Skeleton';

type PickerProps = ComponentProps<typeof Picker>;

/** The picker, loaded when it is first opened: most pins are made without it. */
export function LatePicker(props: PickerProps) {
  const [Loaded, setLoaded] = useState<ComponentType<PickerProps> | null>(null);
  useEffect(() => {
    void import('../picker/Picker').then((module) => setLoaded(() => module.Picker));
  }, []);
  return Loaded ? <Loaded {...props} /> : <Skeleton height="240px" />;
}
