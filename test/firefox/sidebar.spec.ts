import { tooWide } from '../e2e/harness/too-wide.ts';
import { expect, test } from './fixtures.ts';

test(
  'the sidebar opens beside the page, and 240 px are enough for each of its tabs',
  {
    tag: '@always',
  },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 503, times: 1000 });
    await person.pinTo(await person.pinFromMenu(page, '#hero'), 'kit');
    await person.popupCloses();

    const sidebar = await person.openSidebar();
    await person.window.setSidebarWidth(240);
    await expect.poll(() => sidebar.run(() => innerWidth, null)).toBe(240);
    await sidebar.says('Recent pins');
    expect.soft(await sidebar.run(tooWide, null)).toEqual([]);

    await sidebar.click({ role: 'tab', name: 'Library' });
    await sidebar.says('Kitchen ideas');
    expect.soft(await sidebar.run(tooWide, null)).toEqual([]);

    await sidebar.click({ role: 'tab', name: 'This page' });
    await sidebar.see({ role: 'combobox', name: 'Board' });
    expect.soft(await sidebar.run(tooWide, null)).toEqual([]);

    await sidebar.click({ role: 'tab', name: '/^Outbox/' });
    await sidebar.says('Warm sheep’s cheese');
    expect.soft(await sidebar.run(tooWide, null)).toEqual([]);
  },
);
