import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';

import { addChoice, readChoices } from './choices';

const draft = {
  pageUrl: 'https://www.ikea.com/taps/?from=mail#top',
  pageTitle: 'Taps – IKEA',
  title: 'A brass tap',
  altText: '',
  image: { alt: 'Brass tap' } as never,
};
const board = { boardId: '7', boardName: 'Kitchen', sectionId: 's', sectionName: 'Taps' };

beforeEach(() => {
  indexedDB = new IDBFactory();
});

it('remembers by ids, host and words what was chosen, and no name, title or address', async () => {
  await addChoice(draft, board);

  const [choice] = await readChoices();
  expect(choice).toMatchObject({ boardId: '7', sectionId: 's', site: 'ikea.com' });
  expect(choice?.words).toEqual(['brass', 'tap', 'taps', 'ikea']);
  expect(JSON.stringify(choice)).not.toMatch(/Kitchen|from=mail|A brass/);
});

it('keeps the newest four hundred', async () => {
  for (let at = 0; at < 402; at += 1) await addChoice(draft, { ...board, boardId: `${at}` });

  const choices = await readChoices();
  expect(choices).toHaveLength(400);
  expect(choices[0]?.boardId).toBe('401');
});
