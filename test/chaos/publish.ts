import type { LocalPinterest } from '../pinterest/server.ts';
import { type Driver, Refused } from './driver.ts';
import { type ChaosPicture, makePicture } from './pictures.ts';
import { planJob, type JobKind } from './plan.ts';
import type { ChaosVideo } from './videos.ts';

/** What a person was told is queued. */
export interface Promised {
  jobId: string;
  kind: JobKind;
  /** The words that no other pin has; of a pin that is saved, the pin that it was saved from. */
  mark: string;
  boardId: string;
  pictures: ChaosPicture[];
  /** Of a video. */
  film: ChaosVideo | null;
}

type Brought = Pick<ChaosPicture, 'url' | 'width' | 'height'>;

/** A picture as a page gives it, or a video as a file does. */
const candidate = (
  { url, width, height }: Brought,
  pinId: string | null,
  type: 'image/jpeg' | 'video/mp4' = 'image/jpeg',
) => ({
  url,
  from: type === 'video/mp4' ? 'file' : 'src',
  type,
  width,
  height,
  shownUrl: '',
  shownWidth: 0,
  shownHeight: 0,
  frameId: 0,
  versions: [],
  alt: '',
  pinUrl: null,
  pinDescription: null,
  pinId,
  nopin: false,
});

export interface Plan {
  seed: string;
  index: number;
  /** Boards of the account that pins. */
  boards: readonly { id: string; name: string }[];
  /** Pins that were there before, to be saved. */
  parents: readonly string[];
  /** Makes a video; null where this machine can't. */
  makeFilm: ((key: string) => ChaosVideo) | null;
}

/** Does what a person does for one pin, again where a step was lost, until Tack says that it is queued. */
export async function publish(driver: Driver, plan: Plan): Promise<Promised> {
  const { seed, index, boards, parents, makeFilm } = plan;
  const { kind, pictures: count } = planJob(seed, index, makeFilm !== null);
  const board = boards[index % boards.length];
  const parent = kind === 'save' ? parents[savesBefore(seed, index)] : undefined;
  if (!board || (kind === 'save' && !parent)) throw new Error('There is nothing to pin to.');
  const mark = `Chaos ${seed}-${index}`;
  const pictures = await Promise.all(
    Array.from({ length: count }, (_, at) => makePicture(`${mark} ${at}`)),
  );
  const film = kind === 'video' && makeFilm ? makeFilm(mark) : null;
  const edit = {
    title: mark,
    description: `One of a carousel of ${count}`,
    link: `https://kitchen.example/${seed}/${index}`,
    board: { boardId: board.id, boardName: board.name, sectionId: null, sectionName: null },
    ...(kind === 'carousel' ? { together: 'crop' } : {}),
  };
  const lane = parent ? 'save' : 'create';
  const refusals: string[] = [];
  for (let tries = 0; ; tries += 1) {
    try {
      const images = film
        ? [candidate({ ...film, url: await driver.stage(film.bytes) }, null, 'video/mp4')]
        : pictures.map((picture) => candidate(picture, parent ?? null));
      const { id } = await driver.ask<{ id: string }>('draft/start', {
        tabId: await driver.tabId(),
        images,
      });
      await driver.ask('draft/edit', { draftId: id, edit });
      const { jobId } = await driver.ask<{ jobId: string }>('draft/publish', { draftId: id, lane });
      return { jobId, kind, mark: parent ?? mark, boardId: board.id, pictures, film };
    } catch (error) {
      // Tack said no: nothing was promised, and the person tries again.
      if (!(error instanceof Refused)) throw error;
      refusals.push(error.code);
      if (tries === 30)
        throw new Error(`Nothing came of ${kind} ${index}: ${refusals.join(', ')}.`, {
          cause: error,
        });
      await answer(driver, error.code);
    }
  }
}

/** How many of the jobs before are saves: each saves another pin, to be told by it. */
const savesBefore = (seed: string, index: number) =>
  Array.from({ length: index }, (_, at) => planJob(seed, at)).filter(({ kind }) => kind === 'save')
    .length;

/** Does what a refusal asks a person to do. */
async function answer(driver: Driver, code: string): Promise<void> {
  if (code.startsWith('page/')) await driver.begin().catch(() => undefined); // and begins anew when it is asked
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** The account's boards and pins that a run works with. */
export function stageOf(pinterest: LocalPinterest, owner: string) {
  const boards = pinterest.ledger
    .boards()
    .filter((board) => board.owner === owner && board.privacy === 'PUBLIC')
    .slice(0, 5);
  const parents = pinterest.ledger
    .pins({ seeded: true })
    .filter((pin) => pin.owner !== owner)
    .map(({ id }) => id);
  return { boards, parents };
}
