import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';

import type { AccountView } from '../lib/auth/types';
import type { BoardRow, SectionRow } from '../lib/boards/types';
import type { AppError } from '../lib/errors';
import type { Send } from '../lib/messages/create-send';
import type { Pin } from '../lib/pinterest/types';
import type { AccountStore } from '../lib/state/account';
import { createBoardsStore } from '../lib/state/boards';
import { createLibraryStore } from '../lib/state/library';

/** A board of the person whose library it is. */
export const boardRow = (id: string, name: string, over: Partial<BoardRow> = {}): BoardRow => ({
  id,
  name,
  privacy: 'PUBLIC',
  pinCount: 3,
  coverUrl: null,
  ownerUsername: 'linda_kitchen',
  modifiedAt: 0,
  ...over,
});

interface Library {
  boards?: BoardRow[];
  sections?: Record<string, SectionRow[]>;
  /** The pages of pins that are given, whatever is asked for. */
  pages?: Partial<Pin>[][];
  /** What is met at a message or an operation, one after the other. */
  faults?: { at: string; error: AppError }[];
}

/** The stores that the parts of a library are made of, with a background that answers from what is given here. */
export function libraryStores({ boards = [], sections = {}, pages = [], faults = [] }: Library) {
  const account = createStore(() => ({
    account: {
      id: 'a',
      username: 'linda_kitchen',
      environment: 'production',
      scopes: [],
    } as unknown as AccountView,
  })) as unknown as AccountStore;
  const ask = vi.fn(async (type: string, asked: Record<string, unknown>) => {
    const operation = type === 'pinterest/read' ? String(asked['id']) : type;
    const at = faults.findIndex((fault) => fault.at === operation);
    const [fault] = at < 0 ? [] : faults.splice(at, 1);
    if (fault) throw fault.error;
    if (type === 'section/list') return sections[String(asked['boardId'])] ?? [];
    if (operation === 'boards/get') return { id: '1', name: 'Kitchen ideas' };
    if (type !== 'pinterest/read') return null;
    const { bookmark = '0' } = asked['input'] as { bookmark?: string };
    const next = Number(bookmark) + 1;
    return {
      items: pages[Number(bookmark)] ?? [],
      bookmark: next < pages.length ? `${next}` : null,
    };
  });
  const store = createBoardsStore(ask as unknown as Send);
  store.setState({ boards, complete: true, status: 'ready' });
  const library = createLibraryStore({
    ask: ask as unknown as Send,
    account: () => account.getState().account,
    siteUrl: 'https://www.pinterest.com',
  });
  return {
    ask,
    account,
    boards: store,
    library,
    onSecret: vi.fn<() => void>(),
    onAct: vi.fn<() => void>(),
  };
}
