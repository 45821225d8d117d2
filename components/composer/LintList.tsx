import './LintList.css';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { askLink, canAsk } from '../../lib/drafts/check-link';
import { lintDraft, type LintCode, type LintFacts, type LintFix } from '../../lib/drafts/lint';
import type { Draft, DraftEdit } from '../../lib/drafts/types';
import { t, tn, type MessageKey } from '../../lib/i18n';
import { listNewestJobs } from '../../lib/outbox/store';
import { Button } from '../ui/Button';

interface LintListProps {
  draft: Draft;
  /** What the page says of itself. */
  pageText: string;
  onEdit: (edit: DraftEdit) => void;
  onVersion: (url: string) => void;
}

const whats: Readonly<Record<LintCode, MessageKey>> = {
  'small-image': 'lintSmall',
  'odd-ratio': 'lintRatio',
  'no-alt': 'lintAlt',
  'link-private': 'lintPrivate',
  'link-gone': 'lintGone',
  'link-silent': 'lintLink',
  'same-words': 'lintSame',
  parameters: 'lintParameters',
};

const fixes: Readonly<Record<LintFix['does'], MessageKey>> = {
  larger: 'lintSmallFix',
  whole: 'cropWhole',
  crop: 'lintRatioFix',
  alt: 'lintAltFix',
  'page-link': 'lintLinkFix',
  'page-words': 'lintPageWords',
  'no-words': 'lintNoWords',
  strip: 'lintParametersFix',
};

/** As many pins back as their words are compared with. */
const RECENT = 30;

/** What could be better about the pin, each with the click that mends it. It keeps nothing back. */
export function LintList({ draft, pageText, onEdit, onVersion }: LintListProps) {
  const { link } = draft;
  const [recent, setRecent] = useState<LintFacts['recent']>([]);
  const [asked, setAsked] = useState<LintFacts['linkAnswer'] | 'running'>(null);
  useEffect(() => {
    const read = async () => setRecent((await listNewestJobs(RECENT)).map((job) => job.content));
    void read().catch(() => undefined); // words that can't be read are compared with nothing
  }, []);
  const linkAnswer = asked === 'running' ? null : asked;
  const found = lintDraft(draft, { recent, pageText, linkAnswer });
  const said = linkAnswer?.link === link ? linkAnswer.said : null;
  const check = async () => {
    setAsked('running');
    const mayRead = (origin: string) => browser.permissions.contains({ origins: [origin] });
    setAsked({ link, said: await askLink(link, (...args) => fetch(...args), mayRead) });
  };
  const mend = (fix: LintFix) => (fix.does === 'larger' ? onVersion(fix.url) : onEdit(fix.edit));
  const isAskable = canAsk(link) && said === null;
  const answer = said === 'there' ? t('lintAnswers') : said === 'site' ? t('lintSiteAnswers') : '';
  if (found.length === 0 && !isAskable && answer === '') return null;
  return (
    <details class="lint">
      <summary class="small">
        {found[0] ? `${tn('lintCount', found.length)}: ${t(whats[found[0].code])}` : t('lintNone')}
      </summary>
      <ul>
        {found.map(({ code, fix }) => (
          <li key={code} class="lint-row small">
            <span>{t(whats[code])}</span>
            {fix && (
              <Button kind="plain" onClick={() => mend(fix)}>
                {t(fixes[fix.does])}
              </Button>
            )}
          </li>
        ))}
        {isAskable && (
          <li class="lint-row small muted">
            <span>{t('lintUnasked')}</span>
            <Button kind="plain" busy={asked === 'running'} onClick={() => void check()}>
              {t('lintAsk')}
            </Button>
          </li>
        )}
      </ul>
      <p class="small muted" role="status">
        {answer}
      </p>
    </details>
  );
}
