import { SUGGESTED, type Place } from '../../lib/boards/rank';
import { formatNumber, t } from '../../lib/i18n';
import type { BoardsState, BoardsStore } from '../../lib/state/boards';
import { late } from '../ui/late';
import { useStore } from '../use-store';

const LateUnread = late(() => import('./Unread').then(({ Unread }) => Unread), null);

/** More boards than this are not looked through, but typed for. */
const MANY = 12 * SUGGESTED;

/** Gives what stands below the list, and how what could not be read is read again; null where all is as it should be. */
export function useNote(store: BoardsStore, within: Place | null) {
  const state = useStore(store, (all) => all);
  const id = within?.board.id;
  const error = id === undefined ? !state.complete && state.error : state.unread[id];
  if (!error) return { note: noteOf(state, id), again: null };
  return {
    note: <LateUnread error={error} known={id === undefined ? state.boards.length : 'sections'} />,
    again: () => {
      const { load, loadSections } = store.getState();
      void (id === undefined ? load() : loadSections(id).catch(() => undefined));
    },
  };
}

function noteOf(state: BoardsState, id?: string): string | null {
  const { status, complete, boards, total, sections } = state;
  if (id !== undefined) return sections[id] ? null : t('sectionsLoading');
  if (status === 'loading') return t('boardsLoading');
  const count = formatNumber(total ?? boards.length);
  if (!complete && total === null && status === 'ready') return t('boardsComing', count);
  return boards.length > MANY ? t('boardsMore', count) : null;
}
