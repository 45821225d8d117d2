// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { sha256 } from './images.ts';
import { type LocalPinterest, startPinterest } from './server.ts';
import { allScopes, ask, caller, picture } from './testing.ts';

let pinterest: LocalPinterest;
let call: ReturnType<typeof caller>;
let boardId: string;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, limits: { org_write: 100_000, org_read: 100_000 } });
});
afterAll(() => pinterest.close());
beforeEach(() => {
  pinterest.reset();
  call = caller(pinterest);
  boardId = idOf('Kitchen ideas');
});

const idOf = (board: string) =>
  pinterest.ledger.boards('linda_kitchen').find(({ name }) => name === board)?.id ?? '';

const base64 = (bytes: Buffer, type = 'image/jpeg') => ({
  source_type: 'image_base64',
  content_type: type,
  data: bytes.toString('base64'),
});

describe('pins/create', () => {
  it('keeps the very bytes that were sent', async () => {
    const bytes = await picture();

    const { status, body } = await call('POST', '/pins', {
      board_id: boardId,
      title: 'Shelf',
      alt_text: 'A shelf',
      media_source: base64(bytes),
    });

    expect(status).toBe(201);
    expect(Number.isSafeInteger(Number(body.id))).toBe(false);
    expect(body).toMatchObject({
      title: 'Shelf',
      alt_text: 'A shelf',
      board_id: boardId,
      is_owner: true,
      creative_type: 'REGULAR',
    });
    expect(body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect((await pinterest.ledger.pinImage(body.id)).bytes.equals(bytes)).toBe(true);
    expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([
      { id: body.id, board: 'Kitchen ideas', sha256: sha256(bytes) },
    ]);
  });

  it('makes a pin of every request, also of equal ones', async () => {
    const pin = { board_id: boardId, media_source: base64(await picture()) };

    await call('POST', '/pins', pin);
    await call('POST', '/pins', pin);

    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(2);
  });

  it('fetches a picture that is named by its address', async () => {
    const url = new URL('/photos/black-canyon-800.jpg', pinterest.pages.nopin).href;

    const { status, body } = await call('POST', '/pins', {
      board_id: boardId,
      media_source: { source_type: 'image_url', url },
    });

    expect([status, body.media.images['600x'].width]).toEqual([201, 600]);
  });

  it.each([
    ['a small picture', async () => base64(await picture(60, 60)), 403, 233],
    ['a broken picture', async () => base64((await picture()).subarray(0, 700)), 403, 235],
    ['something that is no picture', async () => base64(Buffer.from('<svg xmlns="x"/>')), 403, 235],
    ['WebP', async () => base64(await picture(300, 300, '#000', 'webp')), 400, 1],
    ['PNG called JPEG', async () => base64(await picture(300, 300, '#000', 'png')), 400, 1],
    [
      'a data URL',
      async () => ({
        ...base64(await picture()),
        data: `data:image/jpeg;base64,${(await picture()).toString('base64')}`,
      }),
      400,
      1,
    ],
    [
      'an image that nobody uploaded',
      async () => ({ source_type: 'image_id', media_id: '1' }),
      404,
      404,
    ],
    ['nothing', async () => undefined, 400, 1],
  ])('refuses %s', async (_, source, status, code) => {
    const reply = await call('POST', '/pins', { board_id: boardId, media_source: await source() });

    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  });

  it.each([
    ['title', 'x'.repeat(101)],
    ['description', 'x'.repeat(801)],
    ['alt_text', 'x'.repeat(501)],
    ['link', `https://example.com/${'x'.repeat(2048)}`],
    ['link', 'javascript:alert(1)'],
    ['board_id', 'x'],
  ])('refuses a bad %s', async (name, value) => {
    const reply = await call('POST', '/pins', {
      board_id: boardId,
      media_source: base64(await picture()),
      [name]: value,
    });

    expect([reply.status, reply.body.code]).toEqual([400, 1]);
  });

  it.each([
    ['the missing one', '/photos/missing.jpg'],
    ['WebP', '/photos/black-canyon-800.webp'],
    ['more than 20 MB', '/files/huge.png'],
  ])('refuses an address with %s', async (_, path) => {
    const url = new URL(path, pinterest.pages.nopin).href;

    const reply = await call('POST', '/pins', {
      board_id: boardId,
      media_source: { source_type: 'image_url', url },
    });

    expect([reply.status, reply.body.code]).toEqual([400, 1]);
  });

  it('answers an unknown board with 40 and an unknown section with 2031', async () => {
    const media = base64(await picture());

    const board = await call('POST', '/pins', { board_id: '1', media_source: media });
    const section = await call('POST', '/pins', {
      board_id: boardId,
      board_section_id: '1',
      media_source: media,
    });

    expect([board.status, board.body.code, section.status, section.body.code]).toEqual([
      404, 40, 404, 2031,
    ]);
  });

  it('refuses an app with Trial access', async () => {
    pinterest.setApp({ access: 'trial' });

    const { status, body } = await call('POST', '/pins', {
      board_id: boardId,
      media_source: base64(await picture()),
    });

    expect([status, body.code]).toEqual([403, 29]);
    expect(body.message).toContain('Trial access');
  });
});

describe('lists', () => {
  it('show every pin once, newest first, however the pages are cut', async () => {
    const ids: string[] = [];
    let bookmark: string | null = null;
    do {
      const query: string = bookmark === null ? '' : `&bookmark=${bookmark}`;
      const { body } = await call('GET', `/pins?page_size=50${query}`);
      ids.push(...body.items.map((pin: { id: string }) => pin.id));
      bookmark = body.bookmark;
    } while (bookmark !== null);

    expect(ids).toEqual(pinterest.ledger.pins({ owner: 'linda_kitchen' }).map(({ id }) => id));
  });

  it('go on at the same place when a pin arrives between two pages', async () => {
    const { body: first } = await call('GET', '/pins?page_size=2');
    await call('POST', '/pins', { board_id: boardId, media_source: base64(await picture()) });

    const { body: second } = await call('GET', `/pins?page_size=2&bookmark=${first.bookmark}`);

    expect(second.items).not.toContainEqual(expect.objectContaining({ id: first.items[1].id }));
    expect(second.items).toHaveLength(2);
  });

  it('leave secret boards and their pins out without the secret scopes', async () => {
    const modest = caller(
      pinterest,
      allScopes.filter((scope) => !scope.endsWith('_secret')),
    );

    const { body } = await modest('GET', '/boards?page_size=250');

    expect(body.items.map((board: { privacy: string }) => board.privacy)).not.toContain('SECRET');
    expect((await modest('GET', `/boards/${idOf('Gift ideas')}`)).status).toBe(403);
    expect(
      (
        await modest('POST', '/pins', {
          board_id: idOf('Gift ideas'),
          media_source: base64(await picture()),
        })
      ).status,
    ).toBe(401);
  });

  it.each(['page_size=0', 'page_size=251', 'bookmark=nonsense', 'creative_types=IMAGE'])(
    'refuse %s',
    async (query) => {
      expect((await call('GET', `/pins?${query}`)).status).toBe(400);
    },
  );

  it('show another board what was moved to it, and no longer what was deleted', async () => {
    const { body: pin } = await call('POST', '/pins', {
      board_id: boardId,
      media_source: base64(await picture()),
    });
    await call('PATCH', `/pins/${pin.id}`, { board_id: idOf('Bread'), title: 'Loaf' });
    const { body: moved } = await call('GET', `/boards/${idOf('Bread')}/pins`);
    const { status } = await call('DELETE', `/pins/${pin.id}`);

    expect(moved.items[0]).toMatchObject({ id: pin.id, title: 'Loaf' });
    expect([status, (await call('GET', `/pins/${pin.id}`)).status]).toEqual([204, 404]);
    expect(pinterest.ledger.deletedPins()).toMatchObject([{ id: pin.id }]);
  });
});

describe('limits', () => {
  it('are enforced each minute and said in structured headers', async () => {
    const strict = await startPinterest({ port: 0, boards: 3, pins: 3 });
    const ofStrict = caller(strict);
    const statuses: number[] = [];
    for (let count = 0; count < 62; count += 1) {
      statuses.push(
        (await ofStrict('GET', '/user_account/analytics?start_date=2020-01-01&end_date=2020-01-02'))
          .status,
      );
    }
    const { headers, body } = await ofStrict('GET', '/user_account/analytics');
    await strict.close();

    expect([statuses.filter((status) => status === 429).length, body.code]).toEqual([2, 8]);
    expect(headers['x-ratelimit-limit']).toBe(
      '60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="org_analytics_app_id_user_id"',
    );
    expect([headers['x-ratelimit-remaining'], headers['access-control-allow-origin']]).toEqual([
      '0',
      undefined,
    ]);
  });
});

describe('pictures', () => {
  it('are served in all of Pinterest’s sizes', async () => {
    const { body } = await call('GET', '/pins?page_size=1');

    for (const { url } of Object.values<{ url: string }>(body.items[0].media.images)) {
      const { status, headers } = await ask(url);
      expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
    }
  });
});
