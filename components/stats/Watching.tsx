import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { formatAgo } from '../../lib/format';
import { t } from '../../lib/i18n';
import { watchNews, watchSettings } from '../../lib/storage/late-items';
import {
  watchSettingsOf,
  type WatchNews,
  type WatchRule,
  type WatchSettings,
} from '../../lib/watch/rules';
import { newsText, ruleText } from '../../lib/watch/words';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';
import type { PinListProps } from './stats-props';

/** The same alarm as the background's; made due at once. */
const ALARM = 'tack-watch';

/** What the person wants to be told of once a day, and what was found. */
export function Watching({ account, now, onOpenPin }: PinListProps) {
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
  const change = (at: number, rule: WatchRule) =>
    save({ ...settings, rules: settings.rules.map((each, index) => (index === at ? rule : each)) });
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
          <ul class="watch-rules">
            {settings.rules.map((rule, at) => (
              <li key={`${rule.kind} ${rule.metric}`}>
                <Rule rule={rule} onChange={(next) => change(at, next)} />
              </li>
            ))}
          </ul>
          <p>
            <Button onClick={() => void browser.alarms.create(ALARM, { when: Date.now() })}>
              {t('watchNow')}
            </Button>
          </p>
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

function Rule({ rule, onChange }: { rule: WatchRule; onChange: (rule: WatchRule) => void }) {
  const isCount = rule.kind === 'passes';
  const words = ruleText(rule);
  const set = (text: string) => {
    const value = Number(text);
    if (!(value > 0)) return;
    onChange(isCount ? { ...rule, value } : { ...rule, share: value / 100 });
  };
  return (
    <div class="watch-rule small">
      <label class="stats-check">
        <input
          type="checkbox"
          checked={rule.isOn}
          onChange={() => onChange({ ...rule, isOn: !rule.isOn })}
        />{' '}
        {words}
      </label>
      <span class="watch-measure">
        <input
          class="field-input num"
          type="number"
          min={1}
          aria-label={t(isCount ? 'watchValueOf' : 'watchShareOf', words)}
          value={isCount ? rule.value : Math.round(rule.share * 100)}
          onChange={(event) => set(event.currentTarget.value)}
        />
        {!isCount && '%'}
      </span>
    </div>
  );
}
