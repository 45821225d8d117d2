import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import type { BoardRow } from '../boards/types';
import type { Job } from '../outbox/types';
import { checkRow, type CheckAgainst } from './check';
import { readCsv } from './read';
import { writeCsv } from './write';

const board = (id: string, name: string) => ({ id, name }) as BoardRow;
const against: CheckAgainst = {
  boards: [board('1', 'Kitchen'), board('2', 'Garden')],
  sections: { '1': [{ id: '11', name: 'Sweet' }] },
  files: new Set(['bowl.jpg']),
  zone: 'Europe/Berlin',
  now: Date.UTC(2026, 0, 1),
};
const HEADER = 'title,description,link,alt_text,board,section,image_url,publish_at';
const IMAGE = 'https://images.example/a.jpg';

function checked(...lines: string[]) {
  const { rows } = readCsv([HEADER, ...lines].join('\n'));
  return rows.map((row) => checkRow(row, against));
}

describe('reading a CSV', () => {
  it('takes semicolons, a byte order mark, quotes with line ends, and headers in any case', () => {
    const text = `\uFEFFTitle;Board;Image URL\r\n"Two\nlines; one cell";Kitchen;${IMAGE}\r\n\r\n`;
    expect(readCsv(text)).toMatchObject({
      problem: null,
      rows: [{ number: 2, cells: { title: 'Two\nlines; one cell', board: 'Kitchen' } }],
    });
  });

  it('says what a file lacks', () => {
    expect(readCsv('title,link\na,b').problem).toEqual({
      kind: 'missing-columns',
      columns: ['board', 'image_url'],
    });
    expect(readCsv('').problem).toEqual({ kind: 'empty' });
    const long = `${HEADER}\n${',,,,Kitchen,,x,\n'.repeat(2001)}`;
    expect(readCsv(long).problem).toEqual({ kind: 'too-many', count: 2001, most: 2000 });
  });

  it('names a row whose commas are wrong, and reads the others', () => {
    const { rows, broken } = readCsv(`board,image_url\nKitchen,${IMAGE},too,many\nGarden,${IMAGE}`);
    expect(broken).toEqual([2]);
    expect(rows.map(({ number }) => number)).toEqual([3]);
  });

  it('gives rows or a problem of any text', () => {
    holds(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { rows, problem } = readCsv(text);
        expect(rows.length > 0).toBe(problem === null);
      }),
    );
  });
});

describe('checking a row', () => {
  it('plans a good one, with its board, its section and its time in the zone of the slots', () => {
    expect(
      checked(`Bowl,,https://a.example/,A bowl,kitchen,sweet,${IMAGE},2026-07-01 09:00`),
    ).toEqual([
      {
        number: 2,
        title: 'Bowl',
        description: '',
        link: 'https://a.example/',
        altText: 'A bowl',
        board: { boardId: '1', boardName: 'Kitchen', sectionId: '11', sectionName: 'Sweet' },
        image: { url: IMAGE },
        when: { kind: 'at', at: Date.UTC(2026, 6, 1, 7) },
      },
    ]);
  });

  it('takes a chosen file, the next slot, and a time with its own zone', () => {
    expect(
      checked(',,,,Garden,,bowl.jpg,slot', `,,,,Garden,,${IMAGE},2026-07-01T09:00+09:00`),
    ).toMatchObject([
      { image: { file: 'bowl.jpg' }, when: { kind: 'slot' } },
      { when: { kind: 'at', at: Date.UTC(2026, 6, 1, 0) } },
    ]);
  });

  it.each([
    [`${'x'.repeat(101)},,,,Kitchen,,${IMAGE},`, 'title', 'too-long'],
    [`,,javascript:alert(1),,Kitchen,,${IMAGE},`, 'link', 'bad-link'],
    [`,,,,Attic,,${IMAGE},`, 'board', 'no-board'],
    [`,,,,Kitchen,Bitter,${IMAGE},`, 'section', 'no-section'],
    [`,,,,Kitchen,,,`, 'image_url', 'no-image'],
    [`,,,,Kitchen,,cup.jpg,`, 'image_url', 'no-file'],
    [`,,,,Kitchen,,http://images.example/a.jpg,`, 'image_url', 'not-public'],
    [`,,,,Kitchen,,https://192.168.0.1/a.jpg,`, 'image_url', 'not-public'],
    [`,,,,Kitchen,,https://user:word@images.example/a.jpg,`, 'image_url', 'not-public'],
    [`,,,,Kitchen,,file:///etc/passwd,`, 'image_url', 'not-public'],
    [`,,,,Kitchen,,https://images.example/a.webp,`, 'image_url', 'not-public'],
    [`,,,,Kitchen,,${IMAGE},2026-02-30 09:00`, 'publish_at', 'bad-time'],
    [`,,,,Kitchen,,${IMAGE},tomorrow`, 'publish_at', 'bad-time'],
    [`,,,,Kitchen,,${IMAGE},2025-12-31 09:00`, 'publish_at', 'past'],
  ])('says of %s what is wrong, and where', (line, column, kind) => {
    expect(checked(line)).toMatchObject([[{ row: 2, column, kind }]]);
  });

  it('says all that is wrong with a row at once', () => {
    expect(checked(',,nowhere,,Attic,,cup.jpg,never')).toMatchObject([
      [{ column: 'link' }, { column: 'image_url' }, { column: 'board' }, { column: 'publish_at' }],
    ]);
  });
});

describe('writing the outbox', () => {
  const job = (title: string): Job =>
    ({
      id: 'x',
      content: {
        title,
        description: 'With "quotes", and\nlines',
        link: 'https://a.example/',
        altText: '',
        boardId: '1',
        boardName: 'Kitchen',
        sectionId: null,
        sectionName: null,
      },
      media: { kind: 'url', url: IMAGE },
      stage: { name: 'queued' },
      pause: null,
      notBefore: Date.UTC(2026, 6, 1, 7),
    }) as unknown as Job;

  it('gives what can be read again', () => {
    const { rows } = readCsv(writeCsv([job('Bowl')]));
    expect(rows[0]?.cells).toMatchObject({
      title: 'Bowl',
      description: 'With "quotes", and\nlines',
      board: 'Kitchen',
      image_url: IMAGE,
      publish_at: '2026-07-01T07:00:00Z',
    });
    expect(checkRow(rows[0]!, against)).toMatchObject({ when: { at: Date.UTC(2026, 6, 1, 7) } });
  });

  it.each([
    '=HYPERLINK("https://evil.example")',
    '+1',
    '-1+2',
    '@SUM(A1)',
    '=1+1\nin two lines',
    '+1\r\n2',
  ])('leaves no formula in it: %s, and reads it as it was', (title) => {
    const text = writeCsv([job(title)]);
    expect(text).not.toMatch(/(^|[,\n])"?[=+\-@]/);
    expect(readCsv(text).rows[0]?.cells.title).toBe(title);
  });
});
