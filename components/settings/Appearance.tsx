import { useState } from 'preact/hooks';

import { readTheme, setTheme, type Theme } from '../../lib/appearance';
import { t } from '../../lib/i18n';
import { Segmented } from '../ui/Segmented';

/** Light or dark. */
export function Appearance() {
  const [theme, choose] = useState(readTheme);
  return (
    <Segmented<Theme>
      label={t('themeLabel')}
      value={theme}
      options={[
        { value: 'system', label: t('themeSystem') },
        { value: 'light', label: t('themeLight') },
        { value: 'dark', label: t('themeDark') },
      ]}
      onChange={(chosen) => {
        setTheme(chosen);
        choose(chosen);
      }}
    />
  );
}
