import type { Call } from './call';
import type { Input, OperationId, Output } from './endpoints';
import type { Page } from './types';

/** Operations that give a page of results. */
export type ListId = {
  [Id in OperationId]: Output<Id> extends Page<unknown> ? Id : never;
}[OperationId];
export type ListItem<Id extends ListId> = Output<Id> extends Page<infer Each> ? Each : never;

export interface ListOptions {
  signal?: AbortSignal;
  /** 1 to 250. */
  pageSize?: number;
}

/** The largest page that Pinterest gives. */
const PAGE_SIZE = 250;

/** More pages than any account has: a bookmark that leads in a circle ends here. */
const MAX_PAGES = 2000;

/**
 * Walks a list page by page to its last bookmark.
 * @throws AppError as `client.call` does, from the step that met it
 */
export async function* pagesOf<Id extends ListId>(
  call: Call,
  id: Id,
  input: Omit<Input<Id>, 'bookmark' | 'page_size'>,
  options: ListOptions = {},
): AsyncGenerator<ListItem<Id>[]> {
  const { pageSize = PAGE_SIZE, ...rest } = options;
  let bookmark: string | null | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = { ...input, page_size: pageSize, ...(bookmark ? { bookmark } : {}) };
    const reply = (await call(id, query as Input<Id>, rest)) as Page<ListItem<Id>>;
    yield reply.items;
    if (!reply.bookmark || reply.bookmark === bookmark) return;
    bookmark = reply.bookmark;
  }
}
