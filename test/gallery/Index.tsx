import { useState } from 'preact/hooks';

import { Segmented } from '../../components/ui/Segmented';
import type { GalleryState, sizes as allSizes } from './state.ts';

interface IndexProps {
  states: readonly GalleryState[];
  sizes: typeof allSizes;
}

const themes = ['system', 'light', 'dark'] as const;
const languages = ['en', 'ar', 'pseudo'] as const;
const asOptions = <Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }));

/** All states at once, for whoever looks: each in a frame of its own, at its own size. */
export function Index({ states, sizes }: IndexProps) {
  const [theme, setTheme] = useState<(typeof themes)[number]>('system');
  const [language, setLanguage] = useState<(typeof languages)[number]>('en');
  return (
    <main class="gallery-index">
      <h1>Tack’s views in their states</h1>
      <Segmented label="Theme" value={theme} options={asOptions(themes)} onChange={setTheme} />
      <Segmented
        label="Language"
        value={language}
        options={asOptions(languages)}
        onChange={setLanguage}
      />
      <ul>
        {states.map(({ name, size }) => {
          const address = `?${new URLSearchParams({ state: name, theme, language })}`;
          return (
            <li key={name}>
              <p>
                <a href={address}>{name}</a>
              </p>
              {/* oxlint-disable-next-line react/iframe-missing-sandbox -- it is this very page */}
              <iframe title={name} src={address} loading="lazy" {...sizes[size]} />
            </li>
          );
        })}
      </ul>
    </main>
  );
}
