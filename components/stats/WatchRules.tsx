import '../ui/Field.css';
import { useRef } from 'preact/hooks';

import { t } from '../../lib/i18n';
import {
  MOST_RULES,
  NEW_RULE,
  ruleOfKind,
  WATCH_METRICS,
  type WatchMetric,
  type WatchRule,
} from '../../lib/watch/rules';
import { ruleText } from '../../lib/watch/words';
import { Button, IconButton } from '../ui/Button';
import { CloseIcon } from '../ui/icons';
import { Select } from './Select';

interface WatchRulesProps {
  rules: readonly WatchRule[];
  onChange: (rules: WatchRule[]) => void;
}

/** What the person wants to be told of: each rule with its metric and measure; more can be added, any be removed. */
export function WatchRules({ rules, onChange }: WatchRulesProps) {
  const add = useRef<HTMLButtonElement>(null);
  const put = (at: number, ...next: WatchRule[]) => onChange(rules.toSpliced(at, 1, ...next));
  const remove = (at: number) => {
    put(at);
    if (at === rules.length - 1) add.current?.focus(); // no other rule comes into its place
  };
  return (
    <>
      <ul class="watch-rules">
        {rules.map((rule, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two rules may be the same while one is being changed
          <li key={at}>
            <Rule rule={rule} onChange={(next) => put(at, next)} onRemove={() => remove(at)} />
          </li>
        ))}
      </ul>
      {rules.length < MOST_RULES && (
        <p>
          <Button kind="plain" buttonRef={add} onClick={() => onChange([...rules, NEW_RULE])}>
            {t('watchAdd')}
          </Button>
        </p>
      )}
    </>
  );
}

interface RuleProps {
  rule: WatchRule;
  onChange: (rule: WatchRule) => void;
  onRemove: () => void;
}

const kinds = ['passes', 'falls', 'rises'] as const satisfies WatchRule['kind'][];

function Rule({ rule, onChange, onRemove }: RuleProps) {
  const isCount = rule.kind === 'passes';
  const words = ruleText(rule);
  const set = (text: string) => {
    const value = Number(text);
    if (!(value > 0)) return;
    onChange(isCount ? { ...rule, value } : { ...rule, share: value / 100 });
  };
  return (
    <div class="watch-rule small" role="group" aria-label={words}>
      <input
        type="checkbox"
        aria-label={words}
        checked={rule.isOn}
        onChange={() => onChange({ ...rule, isOn: !rule.isOn })}
      />
      <Select<WatchRule['kind']>
        label={t('watchKind')}
        value={rule.kind}
        onChange={(kind) => onChange(ruleOfKind(rule, kind))}
        options={kinds.map((value) => ({ value, label: t(`watchKind_${value}`) }))}
      />
      <Select<WatchMetric>
        label={t('statsMetric')}
        value={rule.metric}
        onChange={(metric) => onChange({ ...rule, metric })}
        options={WATCH_METRICS.map((value) => ({ value, label: t(`metric_${value}`) }))}
      />
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
      <IconButton label={t('watchRemoveOf', words)} onClick={onRemove}>
        <CloseIcon size={12} />
      </IconButton>
    </div>
  );
}
