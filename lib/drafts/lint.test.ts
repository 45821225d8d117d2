// @vitest-environment node
import { boolean, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { bareImage } from '../capture/bare-image';
import { lintDraft, type LintFacts } from './lint';
import type { Draft, DraftEdit } from './types';

const nothing: LintFacts = { recent: [], pageText: '', linkAnswer: null };

const kept = (width: number, height: number) =>
  ({ state: 'kept', type: 'image/jpeg', size: 9, sha256: 'x', width, height }) as const;

function draftOf(more: Partial<Draft> = {}): Draft {
  return {
    id: 'draft',
    version: 3,
    createdAt: 0,
    updatedAt: 0,
    edited: false,
    tabId: 1,
    pageUrl: 'https://kitchen.example/cheese?utm_source=x',
    pageTitle: 'Cheese',
    image: bareImage('https://kitchen.example/cheese.jpg'),
    media: kept(1000, 1500),
    also: [],
    together: 'apart',
    title: 'Cheese',
    description: 'A cheese with flowering onions',
    altText: 'A cheese',
    link: 'https://kitchen.example/cheese',
    linkRemoved: [],
    board: null,
    ...more,
  };
}

const sizes = integer({ min: 100, max: 4000 });

const codes = (draft: Draft, facts = nothing) => lintDraft(draft, facts).map(({ code }) => code);

describe('what could be better about a pin', () => {
  it('is nothing where picture, words and link are as they should be, and for a pin that is one already', () => {
    expect(codes(draftOf())).toEqual([]);
    const image = { ...bareImage('https://i.example/1.jpg'), pinId: '7' };
    expect(codes(draftOf({ image, altText: '', media: kept(90, 900) }))).toEqual([]);
  });

  it('is a small picture, for which a larger version is taken', () => {
    const version = {
      url: 'https://a.example/l.jpg',
      from: 'srcset',
      width: 1200,
      height: 1800,
    } as const;
    const image = { ...bareImage('https://a.example/s.jpg'), versions: [version] };
    expect(lintDraft(draftOf({ media: kept(400, 600), image }), nothing)).toEqual([
      { code: 'small-image', fix: { does: 'larger', url: version.url } },
    ]);
    expect(lintDraft(draftOf({ media: kept(400, 600) }), nothing)).toEqual([
      { code: 'small-image', fix: null },
    ]);
  });

  it('is a strip of a picture, which is cropped to 2:3', () => {
    const [lint] = lintDraft(draftOf({ media: kept(2400, 900) }), nothing);
    expect(lint?.code).toBe('odd-ratio');
    expect(lint?.fix).toMatchObject({ does: 'crop', edit: { crop: { width: 0.25, height: 1 } } });
    const crop = { x: 0.375, y: 0, width: 0.25, height: 1 };
    expect(codes(draftOf({ media: kept(2400, 900), crop }))).toEqual([]);
  });

  it('never offers to crop what it offers to take whole', () => {
    const whole = draftOf({ media: kept(1600, 800) });
    const [odd] = lintDraft(whole, nothing);
    const crop = odd?.fix && 'edit' in odd.fix ? (odd.fix.edit.crop ?? null) : null;
    expect(lintDraft({ ...whole, crop }, nothing)).toEqual([{ code: 'small-image', fix: null }]);

    const part = { x: 0, y: 0, width: 0.4, height: 0.4 };
    expect(lintDraft(draftOf({ crop: part }), nothing)).toEqual([
      { code: 'small-image', fix: { does: 'whole', edit: { crop: null } } },
    ]);
    expect(lintDraft(draftOf({ media: kept(500, 750), crop: part }), nothing)[0]?.fix).toBeNull();
  });

  it('leads to no other hint for ever, however often its fixes are taken', () => {
    holds(
      property(sizes, sizes, boolean(), (width, height, isCropped) => {
        const crop = isCropped ? { x: 0, y: 0, width: 0.5, height: 0.3 } : null;
        const draft = draftOf({ media: kept(width, height), crop, altText: '' });
        const next = () => lintDraft(draft, nothing).find((lint) => lint.fix)?.fix;
        for (let clicks = 0; clicks < 5; clicks += 1)
          Object.assign(draft, (next() as { edit?: DraftEdit } | undefined)?.edit);
        expect(next()).toBeUndefined();
      }),
    );
  });

  it('is a missing alt text, for which the page’s own or the title stands in', () => {
    const image = { ...bareImage('https://a.example/s.jpg'), alt: 'A cheese on a plate' };
    expect(lintDraft(draftOf({ altText: ' ', image }), nothing)[0]?.fix).toEqual({
      does: 'alt',
      edit: { altText: 'A cheese on a plate' },
    });
    expect(lintDraft(draftOf({ altText: '' }), nothing)[0]?.fix).toMatchObject({
      edit: { altText: 'Cheese' },
    });
  });

  it.each([
    ['silent', 'link-silent'],
    ['gone', 'link-gone'],
  ] as const)('is a link that is %s, and the page stands in without its tracking', (said, code) => {
    const before = { linkRemoved: ['fbclid'], linkAdded: ['utm_source'] };
    const draft = draftOf({ link: 'https://gone.example/', ...before });
    const linkAnswer = { link: draft.link, said };
    expect(lintDraft(draft, { ...nothing, linkAnswer })[0]).toEqual({
      code,
      fix: {
        does: 'page-link',
        edit: {
          link: 'https://kitchen.example/cheese',
          linkRemoved: ['utm_source'],
          linkAdded: [],
        },
      },
    });
    expect(codes(draftOf(), { ...nothing, linkAnswer })).toEqual([]); // it was asked of another
  });

  it('is a link that only the own network has, on a page of the web', () => {
    const draft = draftOf({ link: 'http://192.168.0.1/cheese' });
    expect(codes(draft)).toEqual(['link-private']);
    expect(lintDraft(draft, nothing)[0]?.fix).toMatchObject({ does: 'page-link' });
    expect(codes({ ...draft, pageUrl: 'http://192.168.0.1/' })).toEqual([]); // whose page it is
  });

  it('is the text of a pin from before, however it is spaced', () => {
    const recent = [{ title: '', description: 'a cheese  with flowering ONIONS' }];
    expect(codes(draftOf(), { ...nothing, recent })).toEqual(['same-words']);
    expect(codes(draftOf({ description: 'Cheese' }), { ...nothing, recent })).toEqual([]);
    const fix = (pageText: string) =>
      lintDraft(draftOf(), { ...nothing, recent, pageText }).find((lint) => lint.fix)?.fix;
    expect(fix('Soft cheese, and onions')).toEqual({
      does: 'page-words',
      edit: { description: 'Soft cheese, and onions' },
    });
    for (const pageText of ['', 'A cheese with flowering onions'])
      expect(fix(pageText)).toEqual({ does: 'no-words', edit: { description: '' } });
  });

  it('is what tracks in a link, but not what the person’s template added or what they wanted back', () => {
    const link = 'https://kitchen.example/cheese?fbclid=x&p=2';
    expect(lintDraft(draftOf({ link }), nothing)[0]?.fix).toEqual({
      does: 'strip',
      edit: { link: 'https://kitchen.example/cheese?p=2', linkRemoved: ['fbclid'] },
    });
    expect(lintDraft(draftOf({ link, linkRemoved: ['gclid'] }), nothing)[0]?.fix).toMatchObject({
      edit: { linkRemoved: ['gclid', 'fbclid'] },
    });
    expect(codes(draftOf({ link, linkBefore: link }))).toEqual([]);
    expect(
      codes(draftOf({ link: `${draftOf().link}?utm_source=me`, linkAdded: ['utm_source'] })),
    ).toEqual([]);
  });
});
