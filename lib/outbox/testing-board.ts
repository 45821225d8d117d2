import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin, PinCreate } from '../pinterest/types';
import { createRunner, type RunnerDeps } from './run';
import { quietDeps } from './testing-runner';
import type { Job } from './types';

/** What Pinterest does with the n-th `POST /pins`. */
export type Reply =
  | 'answers'
  | 'loses the answer'
  | 'never gets it'
  | 'refuses'
  | 'answers without an id';

let pinCount = 0;

/** A board that keeps what it was given, and may lose its answer. */
export function boardThat(...replies: Reply[]) {
  const pins: Pin[] = [];
  let posts = 0;
  const create = async (input: PinCreate): Promise<Pin> => {
    const reply = replies[posts] ?? 'answers';
    posts += 1;
    if (reply === 'refuses') throw new AppError('api/not-found', { kind: 'board' });
    if (reply !== 'never gets it') {
      const { board_id, title = '', description = '', alt_text = '', link = '' } = input;
      const created_at = new Date().toISOString().slice(0, 19);
      pins.unshift({
        id: `9007199254740${(pinCount += 1) + 1000}`,
        board_id,
        title,
        description,
        alt_text,
        link,
        created_at,
      });
    }
    if (reply === 'answers without an id') return {} as Pin;
    if (reply !== 'answers') throw new AppError('api/outcome-unknown', undefined);
    return pins[0]!;
  };
  /** A copy has the words of the pin that it copies, and names it. */
  const save = async ({ pin_id, board_id }: { pin_id: string; board_id: string }) => {
    const before = pins.length;
    const made = create({ board_id, title: 'Somebody’s', link: 'https://other.example/' } as never);
    const copied = await made.catch((error: unknown) => error);
    if (pins.length > before) pins[0]!.parent_pin_id = pin_id;
    if (copied instanceof Error) throw copied;
    return pins[0]!;
  };
  const client = {
    call: async (id: string, input: never) => {
      if (id === 'pins/create') return create(input);
      if (id === 'pins/save') return save(input);
      if (id === 'pins/delete') return void pins.splice(0, 1);
      throw new Error(`unexpected ${id}`);
    },
    pages: async function* () {
      yield [...pins];
    },
  } as unknown as PinterestClient;
  return { pins, client, posts: () => posts };
}

/** A runner that does what the world of a test says. */
export function runnerFor(client: PinterestClient, more: Partial<RunnerDeps> = {}) {
  return createRunner({ ...quietDeps(client), ...more });
}

let count = 0;

/** A job of one small picture, queued now. */
export function aJob(): Job {
  count += 1;
  const content = {
    title: `Panna cotta ${count}`,
    description: '',
    link: 'https://kitchen.example/panna-cotta',
    altText: '',
    boardId: '1',
    boardName: 'Kitchen ideas',
    sectionId: null,
    sectionName: null,
  };
  const media = {
    kind: 'bytes',
    type: 'image/jpeg',
    size: 5,
    sha256: 'x',
    width: 100,
    height: 100,
  } as const;
  const times = { queuedAt: Date.now() + count, updatedAt: 0 };
  const stage = { name: 'queued' } as const;
  return {
    id: `job-${count}`,
    version: 1,
    accountId: 'a',
    content,
    media,
    stage,
    pause: null,
    undo: false,
    attempts: 0,
    ...times,
    pageUrl: '',
    tabId: null,
  };
}
