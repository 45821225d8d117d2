import './CirclePart.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { formatNumber, t, type MessageKey } from '../../lib/i18n';
import {
  circleParts,
  readCircle,
  type CircleItem,
  type CirclePart as Part,
} from '../../lib/library/circle';
import { send } from '../../lib/messages/send';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import type { OnAct } from './BoardsPart';

interface CirclePartProps {
  username: string;
  siteUrl: string;
  onAct: OnAct;
  onBack: () => void;
}

const titles: Readonly<Record<Part, MessageKey>> = {
  followers: 'circleFollowers',
  following: 'circleFollowing',
  boards: 'circleBoards',
  interests: 'circleInterests',
  businesses: 'circleBusinesses',
  websites: 'circleWebsites',
};

/** People, interests and websites around the account: each list is read when it is opened, page by page to its end. */
export function CirclePart({ username, siteUrl, onAct, onBack }: CirclePartProps) {
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  return (
    <div class="library-circle">
      <Button kind="plain" buttonRef={back} onClick={onBack}>
        {t('libraryBack')}
      </Button>
      <h2>{t('circleTitle', username)}</h2>
      {circleParts.map((part) => (
        <CircleList key={part} {...{ part, username, siteUrl, onAct }} />
      ))}
    </div>
  );
}

interface CircleListProps extends Omit<CirclePartProps, 'onBack'> {
  part: Part;
}

function CircleList({ part, username, siteUrl, onAct }: CircleListProps) {
  const [items, setItems] = useState<readonly CircleItem[]>([]);
  const [bookmark, setBookmark] = useState<string | null>(null);
  const [status, setStatus] = useState<'closed' | 'loading' | 'ready'>('closed');
  const [error, setError] = useState<AppError | null>(null);
  const more = async () => {
    setStatus('loading');
    setError(null);
    try {
      const page = await readCircle(send, part, { username, siteUrl, bookmark });
      setItems((before) => withoutTwins([...before, ...page.items]));
      setBookmark(page.bookmark);
    } catch (problem) {
      setError(toAppError(problem));
    }
    setStatus('ready');
  };
  const isWhole = status === 'ready' && bookmark === null && !error;
  const label = t(titles[part]);
  return (
    <details
      class="library-circle-part"
      onToggle={(event) => {
        if (event.currentTarget.open && status === 'closed') void more();
      }}
    >
      <summary>
        {label}{' '}
        {status !== 'closed' && (
          <span class="faint num">
            {isWhole ? formatNumber(items.length) : t('circleSoFar', formatNumber(items.length))}
          </span>
        )}
      </summary>
      {status === 'loading' && items.length === 0 && <Skeleton height="60px" />}
      {error && (
        <ErrorNotice
          isReading
          error={error}
          onAction={(action) => onAct(action, error, () => void more())}
        />
      )}
      {isWhole && items.length === 0 && <p class="small muted">{t('circleNone')}</p>}
      <ul aria-label={label} class="library-circle-list">
        {items.map(({ name, url, note }) => (
          <li key={`${name} ${url} ${note}`} class="small">
            {url ? (
              <a href={url} target="_blank" rel="noreferrer" dir="auto">
                {name}
              </a>
            ) : (
              <span dir="auto">{name}</span>
            )}
            {note && <span class="tiny faint"> {note.toLowerCase()}</span>}
          </li>
        ))}
      </ul>
      {status === 'ready' && bookmark !== null && !error && (
        <Button kind="plain" label={`${t('libraryMore')}: ${label}`} onClick={() => void more()}>
          {t('libraryMore')}
        </Button>
      )}
    </details>
  );
}

/** A list that grows while it is read may give somebody twice. */
const withoutTwins = (items: readonly CircleItem[]) => [
  ...new Map(items.map((item) => [Object.values(item).join(' '), item])).values(),
];
