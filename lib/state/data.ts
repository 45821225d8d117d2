import { createStore } from 'zustand/vanilla';

import type { Imported } from '../archive/import';
import { toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { readRaw, workDatabases } from '../storage/recovery';

export interface DataState {
  busy: 'export' | 'import' | null;
  /** What came of the last import. */
  imported: Imported | null;
  error: AppError | null;
  /** Hands the person a file with all jobs, drafts, history and settings, and with the pictures where they want them. */
  save(withPictures: boolean): Promise<void>;
  /** Hands the person all rows as they stand, also those that can't be used. */
  saveRaw(): Promise<void>;
  /** Takes what a file holds that is not here yet. */
  take(file: Blob): Promise<void>;
}

/**
 * The store of the person's own data, as a file.
 * @param onFile hands a file to the person
 */
export function createDataStore(ask: Send, onFile: (name: string, blob: Blob) => void) {
  return createStore<DataState>((set) => {
    const run = async (
      busy: 'export' | 'import',
      work: () => Promise<Partial<DataState> | void>,
    ) => {
      set({ busy, error: null, imported: null });
      try {
        set({ busy: null, ...(await work()) });
      } catch (error) {
        set({ busy: null, error: toAppError(error) });
      }
    };
    return {
      busy: null,
      imported: null,
      error: null,
      save: (withPictures) =>
        run('export', async () => {
          const { exportOutbox } = await import('../archive/export');
          const { name, blob } = await exportOutbox(withPictures);
          onFile(name, blob);
        }),
      saveRaw: () =>
        run('export', async () => {
          const databases = await Promise.all(workDatabases.map(readRaw));
          const raw = { format: 'tack-raw', version: 1, databases };
          const day = new Date().toISOString().slice(0, 10);
          const blob = new Blob([JSON.stringify(raw, undefined, 1)], { type: 'application/json' });
          onFile(`tack-raw-${day}.json`, blob);
        }),
      take: (file) =>
        run('import', async () => {
          const { importOutbox } = await import('../archive/import');
          const imported = await importOutbox(file);
          void ask('outbox/wake', { anew: true }).catch(() => undefined);
          return { imported };
        }),
    };
  });
}

/** Hands a file to the person: the browser saves it where it saves what is downloaded. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
