import { describe, expect, it } from 'vitest';

import { bareImage } from '../capture/bare-image';
import type { Draft } from '../drafts/types';
import { AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { createComposerStore } from './composer';

const draftOf = (id: string, title: string): Draft => ({
  id,
  version: 3,
  createdAt: 0,
  updatedAt: 0,
  edited: false,
  tabId: 1,
  pageUrl: 'https://a.test/',
  pageTitle: 'A',
  image: bareImage(`https://a.test/${id}.jpg`),
  media: { state: 'reading' },
  also: [],
  together: 'apart',
  title,
  description: '',
  altText: '',
  link: '',
  linkRemoved: [],
  board: null,
});

/** A background that gives draft 1 at first, and draft 2, when it is let, for the picture that was chosen. */
function startBackground() {
  const chosen = Promise.withResolvers<Draft>();
  const asked: unknown[] = [];
  const answers: Record<string, () => unknown> = {
    'draft/open': () => ({ draft: draftOf('1', 'One'), capture: null, error: null, lane: null }),
    'draft/start': () => chosen.promise,
  };
  const ask = (async (type: string, message: { draftId?: string }) => {
    if (message.draftId) asked.push([type, message.draftId]);
    return answers[type]?.() ?? null;
  }) as Send;
  return {
    store: createComposerStore(ask),
    asked,
    give: () => chosen.resolve(draftOf('2', 'Two')),
  };
}

describe('while another picture is being taken', () => {
  it('what is done to the picture is done to the new one', async () => {
    const { store, asked, give } = startBackground();
    await store.getState().open(1);
    const chosen = store.getState().choose([bareImage('https://a.test/2.jpg')]);
    const taken = store.getState().takeFromScreen();
    give();
    await Promise.all([chosen, taken]);
    expect(asked).toEqual([['draft/screen', '2']]);
    expect(store.getState().error).toBe(null);
  });

  it('what is typed is seen at once, and is in the new draft', async () => {
    const { store, asked, give } = startBackground();
    await store.getState().open(1);
    const chosen = store.getState().choose([bareImage('https://a.test/2.jpg')]);
    store.getState().edit({ title: 'Typed' });
    expect(store.getState().draft?.title).toBe('Typed');
    give();
    await chosen;
    await Promise.resolve();
    expect(store.getState().draft).toMatchObject({ id: '2', title: 'Typed', edited: true });
    expect(asked).toEqual([['draft/edit', '2']]);
  });
});

describe('while the background looks at the page anew', () => {
  /** A view that shows what was kept, and is answered once it is let. */
  function showKept() {
    const opened = Promise.withResolvers<unknown>();
    const ask = ((type: string) =>
      type === 'draft/open'
        ? opened.promise
        : Promise.resolve({ jobId: '9', failed: 0, toast: 'view' })) as Send;
    const store = createComposerStore(ask);
    const open = store.getState().open(1);
    store.setState({ draft: draftOf('1', 'Kept'), status: 'editing' });
    const answer = async (draft: Draft | null) => {
      opened.resolve({ draft, capture: null, error: null, lane: 'save' });
      await open;
      return store.getState();
    };
    return { store, answer };
  }

  it('what is typed into the draft that was kept stays', async () => {
    const { store, answer } = showKept();
    store.getState().edit({ title: 'Typed' });
    expect(await answer(draftOf('1', 'Kept'))).toMatchObject({ draft: { title: 'Typed' } });
  });

  it('a draft that the background changed takes the place of one in which nothing was typed', async () => {
    const { answer } = showKept();
    expect(await answer(draftOf('1', 'Anew'))).toMatchObject({ draft: { title: 'Anew' } });
  });

  it('another draft takes the place of one that was typed in, which is written already', async () => {
    const { store, answer } = showKept();
    store.getState().edit({ title: 'Typed' });
    expect(await answer(draftOf('2', 'Two'))).toMatchObject({ draft: { title: 'Two' } });
  });

  it('the draft that was kept stays where no background answers, and it is said', async () => {
    const gone = new AppError('message/no-receiver', undefined);
    const answer = Promise.withResolvers<never>();
    const store = createComposerStore(() => answer.promise);
    const open = store.getState().open(1);
    store.setState({ draft: draftOf('1', 'Kept'), status: 'editing' });
    answer.reject(gone);
    await open;
    expect(store.getState()).toMatchObject({ status: 'editing', error: gone, draft: { id: '1' } });
  });

  it('what was sent meanwhile stays sent', async () => {
    const { store, answer } = showKept();
    await store.getState().publish();
    expect(await answer(draftOf('2', 'Two'))).toMatchObject({
      status: 'queued',
      jobId: '9',
      draft: { id: '1' },
    });
  });

  it('what the person was asked meanwhile of that draft stays asked', async () => {
    const repeated = new AppError('draft/repeated', { at: 0, boardName: 'Soups' } as never);
    const { store, answer } = showKept();
    store.setState({ error: repeated });
    expect(await answer(draftOf('1', 'Kept'))).toMatchObject({ error: repeated });

    const other = showKept();
    other.store.setState({ error: repeated });
    expect(await other.answer(draftOf('2', 'Two'))).toMatchObject({ error: null });
  });

  it('what was said of the site meanwhile is newer than what the background knew', async () => {
    const { store, answer } = showKept();
    store.getState().decideSite('create');
    expect(await answer(draftOf('1', 'Kept'))).toMatchObject({ lane: 'create' });
  });
});

describe('publishing', () => {
  it('is said at once and whole, whatever is still unanswered: the view may be closed in the same moment', async () => {
    const asked: [string, { last?: unknown }][] = [];
    const ask = ((type: string, message: { last?: unknown }) => {
      asked.push([type, message]);
      if (type === 'draft/edit') return new Promise(() => undefined);
      const opened = { draft: draftOf('1', 'One'), capture: null, error: null, lane: null };
      return Promise.resolve(type === 'draft/open' ? opened : { jobId: '1', failed: 0 });
    }) as Send;
    const store = createComposerStore(ask);
    await store.getState().open(1);
    store.getState().edit({ title: 'Typed' });

    void store.getState().publish();
    await Promise.resolve();
    await Promise.resolve();

    const [type, { last }] = asked.at(-1)!;
    expect(type).toBe('draft/publish');
    expect(last).toMatchObject({ draftId: '1', edit: { title: 'Typed' }, number: { nth: 2 } });
  });
});
