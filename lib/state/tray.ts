import type { ImageCandidate } from '../capture/types';
import { isCarousel } from '../drafts/carousel-rules';
import { readDraft } from '../drafts/store';
import { trayIds } from '../drafts/tray';
import type { BoardChoice, Draft, DraftEdit } from '../drafts/types';

/** One pin of a tray. */
export interface TrayItem {
  id: string;
  image: ImageCandidate;
  /** Null where it is sent already. */
  draft: Draft | null;
}

/** Several pins that are made together. The first one's draft leads: it goes out last, and has the order of the others. */
export interface Tray {
  items: readonly TrayItem[];
  /** The one that is written in; null where what is written goes for all. */
  open: string | null;
}

/** Reads the drafts that go along with one; null where it is alone, or one carousel with its pictures. */
export async function readTray(lead: Draft | null): Promise<Tray | null> {
  if (!lead || lead.also.length === 0 || isCarousel(lead)) return null;
  const ids = trayIds(lead);
  const drafts = await Promise.all(ids.map((id) => readDraft(id)));
  const along = lead.also.map(({ image }, index) => ({
    id: ids[index] ?? '',
    image,
    draft: drafts[index] ?? null,
  }));
  return { items: [{ id: lead.id, image: lead.image, draft: lead }, ...along], open: null };
}

/** The draft of one of a tray's pins, or the first one's where all are written in. */
export const openOf = ({ items, open }: Tray): Draft | null =>
  (items.find(({ id }) => id === open) ?? items[0])?.draft ?? null;

/** A tray with one of its pins open, or with null what goes for all of them; a pin that is not there opens them all. */
export function opened(tray: Tray, id: string | null): { draft: Draft | null; tray: Tray } {
  const isThere = tray.items.some((item) => item.id === id && item.draft);
  const next = { ...tray, open: isThere ? id : null };
  return { draft: openOf(next), tray: next };
}

interface Shown {
  draft: Draft | null;
  tray: Tray | null;
}

/** The draft that is sent, and the others with it. */
export const leadOf = ({ draft, tray }: Shown): Draft | null => tray?.items[0]?.draft ?? draft;

/** What is shown once the person has written: in one draft, or in each of a tray. */
export function edited(
  { draft, tray }: { draft: Draft; tray: Tray | null },
  edit: DraftEdit,
): { draft: Draft; tray: Tray | null } {
  const write = (each: Draft): Draft => ({ ...each, ...edit, edited: true });
  if (!tray) return { draft: write(draft), tray };
  const items = tray.items.map((item) =>
    item.draft && (tray.open === null || tray.open === item.id)
      ? { ...item, draft: write(item.draft) }
      : item,
  );
  return { draft: write(draft), tray: { ...tray, items } };
}

/** Every draft that has a board, for what is learned of it. */
export const chosenBoards = ({ draft, tray }: Shown): { draft: Draft; board: BoardChoice }[] =>
  (tray ? tray.items.map((item) => item.draft) : [draft]).flatMap((each) =>
    each?.board ? [{ draft: each, board: each.board }] : [],
  );

/** The fields that may say the same in all drafts of a tray. */
export const sharedFields = ['title', 'description', 'link'] as const;

/** What all drafts of a tray say alike; what they say differently is named, and shown empty. */
export function sharedWords({ items }: Tray): { words: Partial<Draft>; different: Set<string> } {
  const drafts = items.flatMap(({ draft }) => draft ?? []);
  const [first] = drafts;
  const different = new Set<string>();
  const words: Partial<Draft> = {};
  for (const field of sharedFields) {
    if (drafts.every((draft) => draft[field] === first?.[field])) continue;
    different.add(field);
    words[field] = '';
  }
  const keyOf = (draft?: Draft) => JSON.stringify([draft?.board, draft?.alsoOn ?? []]);
  if (drafts.some((draft) => keyOf(draft) !== keyOf(first))) different.add('board');
  return { words, different };
}

/** How many pins come of what is shown: one on each board of each draft that is not sent yet. */
export function pinCount({ draft, tray }: Shown): number {
  const drafts = tray ? tray.items.map((item) => item.draft) : [draft];
  return drafts.reduce((sum, each) => sum + (each ? 1 + (each.alsoOn?.length ?? 0) : 0), 0);
}
