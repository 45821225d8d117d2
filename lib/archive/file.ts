import {
  array,
  boolean,
  check,
  type InferOutput,
  literal,
  looseObject,
  maxLength,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  safeParse,
  string,
  unknown,
  variant,
} from 'valibot';

import type { Choice } from '../boards/types';
import type { LibraryChange } from '../changes/types';
import type { Draft } from '../drafts/types';
import { AppError } from '../errors';
import type { HistoryRow } from '../outbox/history';
import type { Job } from '../outbox/types';

/** What the file says it is. docs/outbox-file.md describes it. */
export const FORMAT = 'tack-outbox';
export const VERSION = 1;

/** The file of rows in an archive with pictures. */
export const ROWS_NAME = 'outbox.json';

/** An id names a folder on disk. */
const id = pipe(string(), regex(/^[\w-]{1,100}$/));
const text = pipe(string(), maxLength(100_000));
const time = pipe(number(), minValue(0));

const board = {
  boardId: text,
  boardName: text,
  sectionId: nullable(text),
  sectionName: nullable(text),
};

const pictureFacts = {
  type: text,
  size: number(),
  sha256: text,
  width: number(),
  height: number(),
};
const bytes = looseObject({
  kind: literal('bytes'),
  key: optional(pipe(string(), regex(/^[\w-]{0,100}$/))),
  ...pictureFacts,
});
const url = looseObject({ kind: literal('url'), url: pipe(text, regex(/^https?:/)) });

const media = variant('kind', [
  bytes,
  url,
  looseObject({ kind: literal('pin'), pinId: text }),
  looseObject({
    kind: literal('carousel'),
    fit: picklist(['crop', 'pad']),
    items: array(variant('kind', [bytes, url])),
  }),
  looseObject({ kind: literal('video') }),
]);

const stage = variant('name', [
  looseObject({ name: picklist(['queued', 'prepared', 'registered', 'uploaded', 'processed']) }),
  looseObject({ name: literal('creating'), since: time }),
  looseObject({ name: literal('created'), pinId: text, createdAt: text, verifyAt: time }),
  looseObject({ name: literal('verified'), pinId: text, createdAt: text, twinIds: array(text) }),
  looseObject({ name: literal('removing'), pinId: text, twinIds: optional(array(text)) }),
  looseObject({
    name: literal('cancelled'),
    pinId: nullable(text),
    twinIds: optional(array(text)),
  }),
]);

const pause = looseObject({
  kind: picklist(['waiting', 'held']),
  because: looseObject({ code: text }),
});

const jobSchema = looseObject({
  id,
  version: literal(1),
  accountId: text,
  content: looseObject({ title: text, description: text, link: text, altText: text, ...board }),
  media,
  stage,
  pause: nullable(pause),
  undo: boolean(),
  attempts: number(),
  queuedAt: time,
  updatedAt: time,
  imageUrl: optional(pipe(text, regex(/^https?:/))),
  pageUrl: text,
});

const draftRow = looseObject({
  id,
  version: picklist([1, 2, 3]),
  createdAt: time,
  updatedAt: time,
  pageUrl: text,
  pageTitle: text,
  image: looseObject({ url: text }),
  media: looseObject({ state: picklist(['reading', 'kept', 'by-url', 'failed']) }),
  title: text,
  description: text,
  altText: text,
  link: text,
  linkRemoved: array(text),
  board: nullable(looseObject(board)),
});

/** What drafts of an earlier Tack are given when they are read, one of this has. */
const draftSchema = pipe(
  draftRow,
  check(
    ({ version, also, together, edited }) =>
      version < 3 || (Array.isArray(also) && together !== undefined && typeof edited === 'boolean'),
  ),
);

const historySchema = looseObject({
  version: literal(1),
  pinId: id,
  jobId: text,
  accountId: text,
  boardId: text,
  pageHash: text,
  imageHash: nullable(text),
  at: time,
});

const changeSchema = looseObject({
  id,
  version: literal(1),
  accountId: text,
  batch: text,
  op: picklist([
    'boards/create',
    'boards/update',
    'boards/delete',
    'board_sections/create',
    'board_sections/update',
    'board_sections/delete',
    'pins/update',
    'pins/delete',
  ]),
  input: looseObject({}),
  back: optional(looseObject({})),
  about: text,
  name: text,
  state: picklist(['waiting', 'sending', 'done', 'failed', 'undone']),
  until: time,
  attempts: number(),
  unsure: boolean(),
  because: nullable(looseObject({ code: text })),
  madeId: nullable(text),
  at: time,
  updatedAt: time,
});

const choiceSchema = looseObject({
  boardId: text,
  sectionId: nullable(text),
  site: text,
  page: number(),
  words: array(text),
  at: time,
});

const fileSchema = object({
  format: literal(FORMAT),
  version: number(),
  exportedAt: text,
  jobs: array(unknown()),
  drafts: array(unknown()),
  history: array(unknown()),
  /** Not in files of an earlier Tack. */
  changes: optional(array(unknown()), []),
  choices: optional(array(unknown()), []),
  settings: looseObject({}),
});

/** The file as it is written. */
export type OutboxFile = InferOutput<typeof fileSchema>;

/** What can be taken of a file, and what can't: each row stands for itself. */
export interface ReadFile {
  jobs: Job[];
  drafts: Draft[];
  history: HistoryRow[];
  changes: LibraryChange[];
  /** What suggestions are counted from, newest first. */
  choices: Choice[];
  settings: Record<string, unknown>;
  /** Names of rows that are not what they should be. */
  bad: string[];
}

/** Reads a file of rows. @throws AppError `archive/not-ours`, or `storage/newer` where a newer Tack wrote it */
export function readFile(written: string): ReadFile {
  const read = safeParse(fileSchema, parsed(written));
  if (!read.success) throw new AppError('archive/not-ours', undefined);
  const { version, settings, ...rows } = read.output;
  if (version > VERSION) throw new AppError('storage/newer', { key: FORMAT });
  const bad: string[] = [];
  const take = <Row>(kind: string, values: unknown[], schema: Parameters<typeof safeParse>[0]) =>
    values.flatMap((value, index) => {
      const row = safeParse(schema, value);
      if (row.success) return [row.output as Row];
      bad.push(`${kind} ${nameOf(value) ?? index + 1}`);
      return [];
    });
  return {
    jobs: take<Job>('job', rows.jobs, jobSchema),
    drafts: take<Draft>('draft', rows.drafts, draftSchema),
    history: take<HistoryRow>('history', rows.history, historySchema),
    changes: take<LibraryChange>('change', rows.changes, changeSchema),
    choices: take<Choice>('choice', rows.choices, choiceSchema),
    settings,
    bad,
  };
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

const nameOf = (value: unknown): string | null => {
  const name = (value as { id?: unknown } | null)?.id;
  return typeof name === 'string' ? name.slice(0, 60) : null;
};
