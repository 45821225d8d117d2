import { useEffect, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { menuPlaces, type MenuPlace } from '../../lib/storage/items';
import { quickMode } from '../../lib/storage/late-items';
import { Switch } from '../ui/Switch';

const labels = {
  image: 'menuPlaceImage',
  link: 'menuPlaceLink',
  selection: 'menuPlaceSelection',
  pin: 'menuPlacePin',
  page: 'menuPlacePage',
} as const;

/** Whether an entry pins at once. */
function QuickMode() {
  const [on, setOn] = useState(false);
  useEffect(() => {
    void quickMode.getValue().then(setOn);
    return quickMode.watch(setOn);
  }, []);
  return (
    <Switch
      label={t('quickMode')}
      words={t('quickModeWords')}
      checked={on}
      onChange={(wanted) => {
        setOn(wanted);
        void quickMode.setValue(wanted);
      }}
    />
  );
}

/** Where a right-click on a page offers Tack. */
export function Menus() {
  const [places, setPlaces] = useState<Record<MenuPlace, boolean> | null>(null);
  useEffect(() => {
    void menuPlaces.getValue().then(setPlaces);
    return menuPlaces.watch(setPlaces);
  }, []);
  if (!places) return null;
  return (
    <>
      {(Object.keys(labels) as MenuPlace[]).map((place) => (
        <Switch
          key={place}
          label={t(labels[place])}
          checked={places[place]}
          onChange={(on) => {
            const chosen = { ...places, [place]: on };
            setPlaces(chosen);
            void menuPlaces.setValue(chosen);
          }}
        />
      ))}
      <QuickMode />
    </>
  );
}
