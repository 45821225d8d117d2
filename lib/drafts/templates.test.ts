import { describe, expect, it } from 'vitest';

import { detailTemplates } from '../storage/items';
import { readTemplates, saveTemplates, usualTemplates } from './templates';

const choice = {
  title: '{title} – {site}',
  description: '{description}[ · {price}]',
  altText: '{alt}',
  parameters: 'utm_source=pinterest',
  sites: { 'shop.test': '' },
  siteWords: { 'shop.test': { title: '{title}, {price}', description: '' } },
};

describe('templates', () => {
  it('are the usual ones until some are kept', async () => {
    expect(await readTemplates()).toEqual({ templates: usualTemplates, isUnreadable: false });

    await saveTemplates(choice);
    const { templates } = await readTemplates();
    expect(templates).toMatchObject(choice);
    expect(templates.savedAt).toBeGreaterThan(0);
  });

  it('of before there were any for single sites are read as they are', async () => {
    const { siteWords: _, ...before } = choice;
    await detailTemplates.setValue({ ...before, savedAt: 1 });
    expect(await readTemplates()).toMatchObject({ templates: { ...before, siteWords: {} } });
  });

  it.each([
    { ...choice, savedAt: 1, title: 7 },
    { ...choice, savedAt: 1, siteWords: { a: '' } },
    { ...choice, savedAt: 1, sites: { a: null } },
    { ...choice, savedAt: 1, description: 'x'.repeat(2001) },
    'nonsense',
    [],
  ])('that can’t be read are left in place, and the usual ones are taken', async (kept) => {
    await detailTemplates.setValue(kept);

    expect(await readTemplates()).toEqual({ templates: usualTemplates, isUnreadable: true });
    expect(await detailTemplates.getValue()).toEqual(kept);
  });

  it('are refused where they are none', async () => {
    await expect(saveTemplates({ ...choice, title: 1 } as never)).rejects.toMatchObject({
      code: 'message/refused',
    });
    expect(await detailTemplates.getValue()).toBeNull();
  });
});
