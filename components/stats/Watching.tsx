import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { formatAgo } from '../../lib/format';
import { t } from '../../lib/i18n';
import { watchNews, watchSettings } from '../../lib/storage/late-items';
import { watchSettingsOf, type WatchNews, type WatchSettings } from '../../lib/watch/rules';
import { newsText } from '../../lib/watch/words';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';
import { LookNow } from './LookNow';
import type { PinListProps } from './stats-props';
import { WatchRules } from './WatchRules';

/** What the person wants to be told of once a day, and what was found. */
export function Watching(props: PinListProps) {
  const { account, now, onOpenPin } = props;
  const [settings, setSettings] = useState<WatchSettings | null>(null);
  const [news, setNews] = useState<WatchNews[]>([]);
  useEffect(() => {
    void watchSettings.getValue().then((stored) => setSettings(watchSettingsOf(stored)));
    void watchNews.getValue().then(setNews);
    return watchNews.watch((found) => setNews(found ?? []));
  }, []);
  if (!settings) return null;
  const save = (next: WatchSettings) => {
    setSettings(next);
    void watchSettings.setValue(next);
  };
  const turn = (isOn: boolean) => {
    // Asked within the click, or the browser does not ask. Without it the panel alone tells.
    if (isOn)
      void browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
    save({ ...settings, isOn });
  };
  const mine = news.filter(({ accountId }) => accountId === account?.id);
  const clear = () => void watchNews.setValue(news.filter((each) => !mine.includes(each)));
  return (
    <section class="stats-part" aria-label={t('watchTitle')}>
      <h2>{t('watchTitle')}</h2>
      <Switch
        label={t('watchOn')}
        words={t('watchWords')}
        checked={settings.isOn}
        onChange={turn}
      />
      {settings.isOn && (
        <>
          <WatchRules rules={settings.rules} onChange={(rules) => save({ ...settings, rules })} />
          <LookNow {...props} />
        </>
      )}
      <h3>{t('watchNews')}</h3>
      {mine.length === 0 && <p class="muted small">{t('watchNone')}</p>}
      <ul aria-live="polite" aria-label={t('watchNews')}>
        {mine.map((each) => (
          <li class="watch-news small" key={`${each.at} ${newsText(each)} ${each.pinId}`}>
            <span class="grow">
              {newsText(each)}{' '}
              <span class="tiny faint">{formatAgo(each.at, Math.max(now, each.at))}</span>
            </span>
            {each.pinId && (
              <Button kind="plain" onClick={() => onOpenPin(each.pinId ?? '')}>
                {t('watchPin')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mine.length > 0 && (
        <p>
          <Button kind="plain" onClick={clear}>
            {t('watchClear')}
          </Button>
        </p>
      )}
    </section>
  );
}
