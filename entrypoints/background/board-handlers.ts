import { loadBoards, loadSections } from '../../lib/boards/load';
import { createBoard, createSection } from '../../lib/boards/make';
import { AppError } from '../../lib/errors';
import type { HandlersOf } from '../../lib/messages/late';
import { endpoints } from '../../lib/pinterest/endpoints';
import { readForStats } from '../../lib/stats/serve';
import { sectionIndex } from '../../lib/storage/items';
import { currentClient } from './world';

/** Handlers of what Pinterest is asked for at once. */
export const boardHandlers: HandlersOf<'board' | 'section' | 'pinterest' | 'stats'> = {
  'board/list': async ({ refresh }) => {
    const { client, account } = await currentClient();
    if (refresh) await sectionIndex.removeValue();
    await loadBoards(client, account.view.id, { refresh });
    return null;
  },
  'board/create': async ({ name, privacy }) =>
    createBoard((await currentClient()).client, name, privacy),
  'section/list': async ({ boardId }) => loadSections((await currentClient()).client, boardId),
  'section/create': async ({ boardId, name }) =>
    createSection((await currentClient()).client, boardId, name),

  'pinterest/read': async ({ id, input }) => {
    if (endpoints[id]?.method !== 'GET')
      throw new AppError('message/refused', { type: 'pinterest/read' });
    return (await currentClient()).client.call(id, input);
  },

  'stats/read': async (ask) => readForStats((await currentClient()).client, ask),
};
