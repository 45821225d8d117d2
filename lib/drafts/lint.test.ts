// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { bareImage } from '../capture/bare-image';
import { lintDraft, type LintFacts } from './lint';
import type { Draft } from './types';

const nothing: LintFacts = { recent: [], linkAnswers: null };

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
      { code: 'small-image', fix: { kind: 'version', url: version.url } },
    ]);
    expect(lintDraft(draftOf({ media: kept(400, 600) }), nothing)).toEqual([
      { code: 'small-image', fix: null },
    ]);
  });

  it('is a strip of a picture, which is cropped to 2:3', () => {
    const [lint] = lintDraft(draftOf({ media: kept(2400, 900) }), nothing);
    expect(lint?.code).toBe('odd-ratio');
    expect(lint?.fix).toMatchObject({ kind: 'edit', edit: { crop: { width: 0.25, height: 1 } } });
    const crop = { x: 0.375, y: 0, width: 0.25, height: 1 };
    expect(codes(draftOf({ media: kept(2400, 900), crop }))).toEqual([]);
  });

  it('is a missing alt text, for which the page’s own or the title stands in', () => {
    const image = { ...bareImage('https://a.example/s.jpg'), alt: 'A cheese on a plate' };
    expect(lintDraft(draftOf({ altText: ' ', image }), nothing)[0]?.fix).toEqual({
      kind: 'edit',
      edit: { altText: 'A cheese on a plate' },
    });
    expect(lintDraft(draftOf({ altText: '' }), nothing)[0]?.fix).toMatchObject({
      edit: { altText: 'Cheese' },
    });
  });

  it('is a link that does not answer, and the page stands in without its tracking', () => {
    const draft = draftOf({ link: 'https://gone.example/' });
    expect(lintDraft(draft, { ...nothing, linkAnswers: false })[0]).toEqual({
      code: 'link-silent',
      fix: { kind: 'edit', edit: { link: 'https://kitchen.example/cheese' } },
    });
  });

  it('is the text of a pin from before, however it is spaced', () => {
    const recent = [{ title: '', description: 'a cheese  with flowering ONIONS' }];
    expect(codes(draftOf(), { ...nothing, recent })).toEqual(['same-words']);
    expect(codes(draftOf({ description: 'Cheese' }), { ...nothing, recent })).toEqual([]);
  });

  it('is what tracks in a link, but not what the person’s template added or what they wanted back', () => {
    const link = 'https://kitchen.example/cheese?fbclid=x&p=2';
    expect(lintDraft(draftOf({ link }), nothing)[0]?.fix).toEqual({
      kind: 'edit',
      edit: { link: 'https://kitchen.example/cheese?p=2', linkRemoved: ['fbclid'] },
    });
    expect(codes(draftOf({ link, linkBefore: link }))).toEqual([]);
    expect(
      codes(draftOf({ link: `${draftOf().link}?utm_source=me`, linkAdded: ['utm_source'] })),
    ).toEqual([]);
  });
});
