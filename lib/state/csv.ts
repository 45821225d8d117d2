import { createStore } from 'zustand/vanilla';

import { readIndex } from '../boards/packed';
import { checkRow, findBoard, type CellProblem, type PlannedRow } from '../csv/check';
import { readCsv, type CsvRow, type FileProblem } from '../csv/read';
import { rowId } from '../csv/row-id';
import { toAppError, toErrorInfo, type AppError, type ErrorInfo } from '../errors';
import { sha256 } from '../media/hash';
import type { Send } from '../messages/create-send';
import { readSchedule, rulesOf } from '../outbox/schedule-settings';
import { stageBytes } from '../storage/staged';

/** Why a row that was good was not queued. */
export interface RowFailure {
  number: number;
  error: ErrorInfo;
}

export interface CsvState {
  /** `checked`: what is wrong is shown, and nothing is queued yet. */
  status: 'idle' | 'checking' | 'checked' | 'queueing' | 'done';
  problem: FileProblem | null;
  planned: PlannedRow[];
  problems: CellProblem[];
  /** How many rows were gone through, of how many that are being queued. */
  gone: number;
  total: number;
  queued: number;
  /** How many were queued or sent before. */
  there: number;
  failures: RowFailure[];
  error: AppError | null;
  /** Reads a CSV and holds each row against boards, sections and the files that came with it. */
  check(csv: Blob, files: readonly File[]): Promise<void>;
  /** Queues the good rows. What was queued before is queued once, so that a run that broke off can be begun again. */
  queue(): Promise<void>;
  /** Queues the rows whose picture was pinned before, where that is meant. */
  queueRepeated(): Promise<void>;
  reset(): void;
}

const empty = {
  status: 'idle' as const,
  problem: null,
  planned: [],
  problems: [],
  gone: 0,
  total: 0,
  queued: 0,
  there: 0,
  failures: [],
  error: null,
};

/** The store of a CSV that is being brought in. */
export function createCsvStore(ask: Send) {
  let pictures = new Map<string, File>();
  let fileHash = '';
  return createStore<CsvState>((set, get) => {
    const queueRow = async (row: PlannedRow, confirmed: boolean) => {
      const { number, image, ...pin } = row;
      try {
        const picture = 'file' in image ? pictures.get(image.file) : undefined;
        const imageUrl = 'url' in image ? image.url : picture ? await stageBytes(picture) : '';
        const id = rowId(fileHash, number);
        const became = await ask('csv/row', { id, imageUrl, confirmed, ...pin });
        const { queued, there } = get();
        set(became === 'queued' ? { queued: queued + 1 } : { there: there + 1 });
      } catch (error) {
        set({ failures: [...get().failures, { number, error: toErrorInfo(error) }] });
      }
      set({ gone: get().gone + 1 });
    };
    const queueAll = async (rows: readonly PlannedRow[], confirmed: boolean) => {
      set({ status: 'queueing', gone: 0, total: rows.length });
      for (const row of rows) await queueRow(row, confirmed);
      set({ status: 'done' });
    };
    return {
      ...empty,
      async check(csv, files) {
        set({ ...empty, status: 'checking' });
        try {
          pictures = new Map(files.map((file) => [file.name, file]));
          fileHash = await sha256(csv);
          const { rows, broken, problem } = readCsv(await csv.text());
          const checked = problem ? [] : await checkAll(ask, rows, new Set(pictures.keys()));
          const planned = checked.filter(isPlanned);
          const problems = checked.flatMap((each) => (isPlanned(each) ? [] : each));
          const all = [...broken.map(brokenRow), ...problems].toSorted((a, b) => a.row - b.row);
          set({ status: 'checked', problem, planned, problems: all });
        } catch (error) {
          set({ ...empty, error: toAppError(error) });
        }
      },
      queue: () => queueAll(get().planned, false),
      queueRepeated() {
        const isRepeated = ({ error }: RowFailure) => error.code === 'draft/repeated';
        const again = new Set(
          get()
            .failures.filter(isRepeated)
            .map(({ number }) => number),
        );
        set({ failures: get().failures.filter((failure) => !isRepeated(failure)) });
        return queueAll(
          get().planned.filter(({ number }) => again.has(number)),
          true,
        );
      },
      reset: () => set(empty),
    };
  });
}

const isPlanned = (row: PlannedRow | CellProblem[]): row is PlannedRow => !Array.isArray(row);

const brokenRow = (row: number): CellProblem => ({ row, column: null, kind: 'broken', value: '' });

async function checkAll(ask: Send, rows: readonly CsvRow[], files: ReadonlySet<string>) {
  await ask('board/list', { refresh: false });
  const { boards } = (await readIndex()) ?? { boards: [] };
  const named = rows.filter(({ cells }) => cells.section !== '');
  const ids = new Set(named.flatMap(({ cells }) => findBoard(boards, cells.board)?.id ?? []));
  const sections = Object.fromEntries(
    await Promise.all(
      [...ids].map(async (boardId) => [boardId, await ask('section/list', { boardId })] as const),
    ),
  );
  const { zone } = rulesOf((await readSchedule()).settings);
  const against = { boards, sections, files, zone, now: Date.now() };
  return rows.map((row) => checkRow(row, against));
}
