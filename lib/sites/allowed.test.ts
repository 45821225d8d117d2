// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { allowedSites } from '../storage/items';
import { forgetSite, setHover, syncSites, wantSite } from './allowed';

type Script = { id: string; matches: string[] };

/** A browser that grants what is in `granted`, and has the scripts in `scripts` registered. */
const granted = new Set<string>();
const scripts = new Map<string, Script>();
const put = async (some: Script[]) => {
  for (const script of some) scripts.set(script.id, script);
};
const parts = {
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every((o) => granted.has(o)),
    remove: async ({ origins }: { origins: string[] }) => origins.every((o) => granted.delete(o)),
  },
  scripting: {
    getRegisteredContentScripts: async () => [...scripts.values()],
    registerContentScripts: async (some: Script[]) => {
      if (some.some(({ id }) => scripts.has(id))) throw new Error('Duplicate script ID');
      await put(some);
    },
    updateContentScripts: put,
    unregisterContentScripts: async ({ ids }: { ids: string[] }) =>
      ids.forEach((id) => scripts.delete(id)),
  },
};
const registered = () =>
  Object.fromEntries([...scripts.values()].map(({ id, matches }) => [id, matches]));

beforeEach(() => {
  granted.clear();
  scripts.clear();
  Object.assign(fakeBrowser, parts);
  Object.assign(fakeBrowser.tabs, { query: async () => [] });
});

describe('a site that the person wants to allow', () => {
  it('is allowed once the browser has granted it, also where the view is gone by then', async () => {
    expect(await wantSite('a.example')).toEqual({});

    granted.add('https://a.example/*');

    expect(await syncSites()).toEqual({ 'a.example': { hover: false } });
    expect(registered()).toEqual({ 'tack-site': ['https://a.example/*'] });
  });

  it('gets the button, and loses all of it when it is taken back', async () => {
    granted.add('https://a.example/*');
    await wantSite('a.example');
    await setHover('a.example', true);
    expect(registered()['tack-hover']).toEqual(['https://a.example/*']);

    expect(await forgetSite('a.example')).toEqual({});
    expect([registered(), granted.size]).toEqual([{}, 0]);
  });

  it('is forgotten where the browser has taken its permission away', async () => {
    granted.add('https://a.example/*');
    await wantSite('a.example');
    granted.clear();

    await syncSites();
    granted.add('https://a.example/*');

    expect(await syncSites()).toEqual({});
    expect(registered()).toEqual({});
    expect(await allowedSites.getValue()).toEqual({});
  });

  it('has its scripts again after an update has dropped them, however often that is looked at', async () => {
    granted.add('https://a.example/*');
    await wantSite('a.example');
    scripts.clear();

    await Promise.all([syncSites(), syncSites(), syncSites()]);

    expect(registered()).toEqual({ 'tack-site': ['https://a.example/*'] });
  });

  it('has no button that it was not allowed for', async () => {
    expect(await setHover('b.example', true)).toEqual({});
    expect(registered()).toEqual({});
  });
});
