import './LintList.css';
import { useEffect, useState } from 'preact/hooks';

import { linkAnswers } from '../../lib/drafts/check-link';
import { lintDraft, type Lint, type LintCode, type LintFacts } from '../../lib/drafts/lint';
import type { Draft, DraftEdit } from '../../lib/drafts/types';
import { t, tn, type MessageKey } from '../../lib/i18n';
import { listNewestJobs } from '../../lib/outbox/store';
import { Button } from '../ui/Button';

interface LintListProps {
  draft: Draft;
  onEdit: (edit: DraftEdit) => void;
  onVersion: (url: string) => void;
}

const words: Readonly<Record<LintCode, readonly [what: MessageKey, fix: MessageKey]>> = {
  'small-image': ['lintSmall', 'lintSmallFix'],
  'odd-ratio': ['lintRatio', 'lintRatioFix'],
  'no-alt': ['lintAlt', 'lintAltFix'],
  'link-silent': ['lintLink', 'lintLinkFix'],
  'same-words': ['lintSame', 'lintSame'],
  parameters: ['lintParameters', 'lintParametersFix'],
};

/** As many pins back as their words are compared with. */
const RECENT = 30;

/** What could be better about the pin, each with the click that mends it. It keeps nothing back. */
export function LintList({ draft, onEdit, onVersion }: LintListProps) {
  const [recent, setRecent] = useState<LintFacts['recent']>([]);
  const [asked, setAsked] = useState<{ link: string; answers: boolean | null } | null>(null);
  useEffect(() => {
    const read = async () => setRecent((await listNewestJobs(RECENT)).map((job) => job.content));
    void read().catch(() => undefined); // words that can't be read are compared with nothing
  }, []);
  const isAsked = asked?.link === draft.link;
  const found = lintDraft(draft, { recent, linkAnswers: isAsked ? asked.answers : null });
  const check = async () => {
    const { link } = draft;
    setAsked({ link, answers: await linkAnswers(link, (...args) => fetch(...args)) });
  };
  const canAsk = /^https:/i.test(draft.link) && !isAsked;
  const mend = ({ fix }: Lint) => {
    if (fix?.kind === 'version') onVersion(fix.url);
    else if (fix) onEdit(fix.edit);
  };
  if (found.length === 0 && !canAsk && !isAsked) return null;
  return (
    <details class="lint">
      <summary class="small">
        {found[0]
          ? `${tn('lintCount', found.length)}: ${t(words[found[0].code][0])}`
          : t('lintNone')}
      </summary>
      <ul>
        {found.map((lint) => (
          <li key={lint.code} class="lint-row small">
            <span>{t(words[lint.code][0])}</span>
            {lint.fix && (
              <Button kind="plain" onClick={() => mend(lint)}>
                {t(words[lint.code][1])}
              </Button>
            )}
          </li>
        ))}
        {canAsk && (
          <li class="lint-row small muted">
            <span>{t('lintUnasked')}</span>
            <Button kind="plain" onClick={() => void check()}>
              {t('lintAsk')}
            </Button>
          </li>
        )}
        {isAsked && asked.answers && <li class="small muted">{t('lintAnswers')}</li>}
      </ul>
    </details>
  );
}
