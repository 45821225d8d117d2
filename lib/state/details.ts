import { createStore } from 'zustand/vanilla';

import { readTemplates, type TemplateChoice } from '../drafts/templates';
import { AppError, toAppError } from '../errors';
import type { Send } from '../messages/create-send';

export interface DetailsState {
  /** What is kept; null until it was read. */
  saved: TemplateChoice | null;
  error: AppError | null;
  load(): Promise<void>;
  /** Keeps what the person chose; true where it was kept. */
  save(choice: TemplateChoice): Promise<boolean>;
}

/** The store of the templates for a pin's words and link. */
export function createDetailsStore(ask: Send) {
  return createStore<DetailsState>((set) => ({
    saved: null,
    error: null,
    async load() {
      try {
        const { templates, isUnreadable } = await readTemplates();
        const key = 'detailTemplates';
        const error = isUnreadable ? new AppError('storage/unreadable', { key }) : null;
        set({ saved: templates, error });
      } catch (error) {
        set({ error: toAppError(error) });
      }
    },
    async save(choice) {
      try {
        await ask('details/save', choice);
        set({ saved: choice, error: null });
        return true;
      } catch (error) {
        set({ error: toAppError(error) });
        return false;
      }
    },
  }));
}

export type DetailsStore = ReturnType<typeof createDetailsStore>;
