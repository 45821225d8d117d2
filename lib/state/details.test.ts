import { describe, expect, it } from 'vitest';

import { readTemplates, saveTemplates, usualTemplates } from '../drafts/templates';
import { AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { detailTemplates } from '../storage/items';
import { createDetailsStore } from './details';

/** The background's side of the one message that the store sends. */
const background = (async (_: string, choice: never) => {
  await saveTemplates(choice);
  return null;
}) as unknown as Send;

describe('the settings of a pin’s details', () => {
  it('show what is kept, and have the background keep what is chosen', async () => {
    const store = createDetailsStore(background);
    await store.getState().load();
    const { savedAt: _, ...usual } = usualTemplates;
    expect(store.getState().saved).toMatchObject(usual);

    const choice = { ...usual, title: '{title} – {site}' };
    expect(await store.getState().save(choice)).toBe(true);
    expect(store.getState().saved).toEqual(choice);
    expect((await readTemplates()).templates.title).toBe('{title} – {site}');
  });

  it('say that what is kept can’t be read, until it is written anew', async () => {
    await detailTemplates.setValue('nonsense');
    const store = createDetailsStore(background);
    await store.getState().load();
    expect(store.getState()).toMatchObject({ error: { code: 'storage/unreadable' } });
    expect(store.getState().saved?.title).toBe('{title}');

    await store.getState().save(usualTemplates);
    expect(store.getState().error).toBeNull();
    expect((await readTemplates()).isUnreadable).toBe(false);
  });

  it('say why nothing was kept', async () => {
    const away = (() => Promise.reject(new AppError('message/no-receiver', undefined))) as Send;
    const store = createDetailsStore(away);

    expect(await store.getState().save(usualTemplates)).toBe(false);
    expect(store.getState().error?.code).toBe('message/no-receiver');
  });
});
