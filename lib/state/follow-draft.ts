import { readDraft } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { watchChanges } from '../storage/changes';
import type { ComposerStore } from './composer';
import { readTray } from './tray';
import { withDraft } from './tray-acts';

/**
 * Keeps a store's drafts in step with what the background learns of their pictures, and with what other views make of
 * them, until `signal` aborts. What is written is what is shown, but for the moment in which this view's own words are
 * still on their way: then those are newer.
 *
 * @param isInUse whether the person is at this view: then it does not turn to a draft that another view began
 */
export function followDraft(
  store: ComposerStore,
  signal: AbortSignal,
  isInUse: () => boolean = () => true,
): void {
  const refresh = async (id: string) => {
    const { saying, said } = store.getState();
    const row = await readDraft(id);
    const now = store.getState();
    const { draft, tray, status, tabId, open } = now;
    const isOwn = saying > 0 || now.saying > 0 || now.said !== said;
    const shown = (tray?.items.find((item) => item.id === id)?.draft ?? draft) || null;
    if (shown?.id !== id) {
      // Another view was let into the page, or has begun another pin of it.
      if (!isInUse() && status !== 'opening' && row?.tabId === tabId && row.leadId === undefined)
        void open(row.tabId);
      return;
    }
    if (row) show(store, isOwn ? withPictures(shown, row) : withCrop(shown, row));
    else if (tray && draft) sent(store, id);
    else if (status === 'editing' && !isInUse() && tabId !== null) void open(tabId);
  };
  watchChanges(({ kind, id }) => {
    if (kind === 'draft') void refresh(id);
  }, signal);
  const { draft: first } = store.getState();
  if (first) void refresh(first.id);
  // Its picture may have been read before the draft came here, and another view may have written while this one did.
  const stop = store.subscribe(({ draft, said }, before) => {
    if (draft && (draft.id !== before.draft?.id || said !== before.said)) void refresh(draft.id);
  });
  signal.addEventListener('abort', stop, { once: true });
}

function show(store: ComposerStore, row: Draft): void {
  const { draft, tray } = store.getState();
  store.setState({
    ...(draft?.id === row.id ? { draft: row } : {}),
    ...(tray ? { tray: withDraft(tray, row.id, row) } : {}),
  });
  // Another view made several of one, or left one out.
  if (draft?.id === row.id && row.leadId === undefined && isOther(draft, row)) {
    void readTray(row).then((read) => store.setState({ tray: read }));
  }
}

const isOther = (one: Draft, other: Draft): boolean =>
  one.together !== other.together || one.also.length !== other.also.length;

/** One of a tray went out: the others stay open. */
function sent(store: ComposerStore, id: string): void {
  const { draft, tray } = store.getState();
  if (!tray) return;
  const next = withDraft(tray, id, null);
  const lead = next.items[0]?.draft ?? draft;
  store.setState({ tray: next, ...(draft?.id === id ? { draft: lead } : {}) });
}

/** The same part of a picture is the same object: a picture that is shown is not made anew with each letter. */
const withCrop = ({ crop }: Draft, row: Draft): Draft =>
  crop && JSON.stringify(crop) === JSON.stringify(row.crop) ? { ...row, crop } : row;

function withPictures(draft: Draft, { image, media, also }: Draft): Draft {
  const read = new Map(also.map((along) => [along.key, along]));
  return { ...draft, image, media, also: draft.also.map((along) => read.get(along.key) ?? along) };
}
