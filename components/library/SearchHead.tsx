import { t } from '../../lib/i18n';
import type { LibraryPlace } from '../../lib/library/types';
import { isGranted } from '../../lib/pinterest/scopes';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';
import { BackButton } from './BackButton';
import type { LibraryPartProps } from './BoardsPart';

interface SearchHeadProps extends LibraryPartProps {
  place: LibraryPlace;
  count: number;
}

/** What was searched for, and where: at Pinterest, or only among what is loaded. */
export function SearchHead({ library, account, place, onSecret }: SearchHeadProps) {
  const found = useStore(library, (state) => state.found);
  const isPartial = useStore(library, (state) => state.isPartial);
  const who = useStore(account, (state) => state.account);
  const needsScope = who !== null && !isGranted(who.scopes, 'secret');
  return (
    <header class="library-head">
      <BackButton library={library} />
      <h2 dir="auto" class="library-name">
        {place.kind === 'search' ? t('librarySearchTitle', place.query) : t('libraryAllPins')}
      </h2>
      {isPartial && (
        <p class="small muted">
          {t(needsScope ? 'libraryPartialScope' : 'libraryPartial')}{' '}
          {needsScope && (
            <Button kind="plain" onClick={onSecret}>
              {t('scopesGrant')}
            </Button>
          )}
        </p>
      )}
      {found.length > 0 && (
        <ul class="library-sections" aria-label={t('libraryFoundBoards')}>
          {found.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                class="library-section"
                dir="auto"
                onClick={() =>
                  void library.getState().open({ kind: 'board', boardId: id, sectionId: null })
                }
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
