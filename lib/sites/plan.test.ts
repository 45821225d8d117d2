import { describe, expect, it } from 'vitest';

import { allowedNow, planScripts, scriptsFor } from './plan';

const all = () => true;

describe('the sites that are allowed now', () => {
  it('are those that the browser still grants', () => {
    const rows = { 'a.example': { hover: true }, 'b.example': { hover: false } };

    expect(allowedNow(rows, {}, (host) => host === 'a.example', 0)).toEqual({
      'a.example': { hover: true },
    });
  });

  it('get one that was asked for once it is granted, with the button off', () => {
    const wanted = { 'a.example': 100 };

    expect(allowedNow({}, wanted, () => false, 50)).toEqual({});
    expect(allowedNow({}, wanted, all, 50)).toEqual({ 'a.example': { hover: false } });
  });

  it('do not get one that is granted for something else, long after it was asked for', () => {
    expect(allowedNow({}, { 'a.example': 100 }, all, 101)).toEqual({});
  });

  it('keep the button of one that is asked for again', () => {
    const rows = { 'a.example': { hover: true } };

    expect(allowedNow(rows, { 'a.example': 100 }, all, 50)).toEqual(rows);
  });
});

describe('the scripts of allowed sites', () => {
  it('are one for all of them, and the button’s for those that want it', () => {
    const sites = { 'b.example': { hover: true }, 'a.example': { hover: false } };

    expect(scriptsFor(sites)).toMatchObject([
      { js: ['/site.js'], matches: ['https://a.example/*', 'https://b.example/*'] },
      { js: ['/hover.js'], matches: ['https://b.example/*'] },
    ]);
  });

  it('are left as they are where they are right', () => {
    const wanted = scriptsFor({ 'a.example': { hover: true } });

    expect(planScripts(wanted, wanted)).toEqual({ add: [], update: [], remove: [], changes: [] });
    expect(planScripts([], scriptsFor({}))).toEqual({
      add: [],
      update: [],
      remove: [],
      changes: [],
    });
  });

  it('are added, changed and taken away', () => {
    const one = scriptsFor({ 'a.example': { hover: true } });
    const two = scriptsFor({ 'a.example': { hover: false }, 'b.example': { hover: false } });

    const { add, update, remove, changes } = planScripts(one, two);

    expect({ add, update, remove }).toMatchObject({
      add: [],
      update: [{ id: 'tack-site' }],
      remove: ['tack-hover'],
    });
    expect(changes.map(({ came, went }) => [came, went])).toEqual([
      [['https://b.example/*'], []],
      [[], ['https://a.example/*']],
    ]);
    expect(planScripts([], one).add).toHaveLength(2);
    expect(planScripts(one, scriptsFor({})).remove).toEqual(['tack-site', 'tack-hover']);
  });

  it('that somebody else has registered go', () => {
    expect(planScripts([{ id: 'old' }], scriptsFor({})).remove).toEqual(['old']);
  });
});
