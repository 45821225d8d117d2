import { Fragment, type ComponentChildren } from 'preact';

import { boardKinds } from '../../lib/boards/kinds';
import { placeKey, placeName, type Offer, type Place, type Standing } from '../../lib/boards/rank';
import { findRanges } from '../../lib/boards/search';
import { t, tn } from '../../lib/i18n';
import { GroupIcon, HideIcon, StarIcon } from '../ui/board-icons';
import type { ComboboxOption } from '../ui/Combobox';
import { LockIcon, PlusIcon } from '../ui/icons';
import { Picture } from '../ui/Picture';

/** Keys of options that are no places. */
export const acts = {
  create: 'create',
  secret: 'secret',
  again: 'again',
  star: 'star',
  hide: 'hide',
} as const;

/** Makes the option of a place. `site` is the page's host, for the reason why it is offered. */
export function optionOf(
  offer: Offer,
  query: string,
  site: string,
  canEnter: boolean,
): ComboboxOption {
  const { board, section, standing } = offer;
  const name = placeName(offer);
  const kinds = boardKinds(board);
  const reason = reasonOf(standing, site);
  const below = reason ?? (section ? t('boardSection') : tn('boardPins', board.pinCount));
  return {
    key: placeKey(offer),
    text: [name, ...kinds.map((kind) => t(kind)), below].join(', '),
    ...(canEnter && !section ? { deeper: t('boardOpen', board.name) } : {}),
    content: (
      <>
        <Picture url={board.coverUrl} class="board-cover" waits={query !== ''} />
        <span class="grow">
          <span class="board-name cut" dir="auto">
            <Marked text={name} query={query} />
            {kinds.map((kind) => (
              <Fragment key={kind}>
                {' '}
                <span class="board-lock">
                  {kind === 'boardGroup' ? <GroupIcon size={11} /> : <LockIcon size={11} />}{' '}
                  {t(kind)}
                </span>
              </Fragment>
            ))}
          </span>
          {/* The spaces part the words for those who hear them, and for checks of what is heard. */}{' '}
          <span class="board-below tiny faint num cut">{below}</span>
        </span>
      </>
    ),
  };
}

/** Why a place is offered, in words; null where there is nothing to say. */
export function reasonOf(standing: Standing, site: string): string | null {
  switch (standing.kind) {
    case 'site':
      return t('becauseSite', site);
    case 'page':
      return t('becausePage');
    case 'words':
      return t('becauseWords', standing.words.join(', '));
    case 'name':
      return t('becauseName');
    case 'recent':
      return t('becauseRecent');
    case 'starred':
      return t('boardStarred');
    case 'hidden':
      return t('boardHidden');
    case 'other':
      return null;
  }
}

function Marked({ text, query }: { text: string; query: string }) {
  const ranges = findRanges(text, query);
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}

/** The option that makes a board, or a section of one. */
export function createOption(query: string, within: Place | null): ComboboxOption {
  const name = query.trim();
  const key = within ? 'boardCreateSection' : 'boardCreate';
  const text = name === '' ? t(within ? 'boardNewSection' : 'boardNew') : t(key, name);
  return actOption(acts.create, text, <PlusIcon size={12} />);
}

/** The option that asks for the secret boards. */
export const secretOption = () =>
  actOption(acts.secret, t('boardShowSecret'), <LockIcon size={12} />);

/** The option that reads again what could not be read. */
export const againOption = () => actOption(acts.again, t('actionRetry'), '↻');

/** The options that put a board first, or out of sight. */
export function markOptions({ board }: Place, isStarred: boolean, isHidden: boolean) {
  return [
    actOption(
      acts.star,
      t(isStarred ? 'boardUnstar' : 'boardStar', board.name),
      <StarIcon size={12} />,
    ),
    actOption(
      acts.hide,
      t(isHidden ? 'boardUnhide' : 'boardHide', board.name),
      <HideIcon size={12} />,
    ),
  ];
}

const actOption = (key: string, text: string, sign: ComponentChildren): ComboboxOption => ({
  key,
  text,
  content: (
    <>
      <span class="board-cover board-new">{sign}</span>
      <span class="grow muted cut" dir="auto">
        {text}
      </span>
    </>
  ),
});
