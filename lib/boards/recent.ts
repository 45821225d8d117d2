import { recentChoices } from '../storage/items';

/** As many as a person can take in at a glance, and then some. */
const MOST = 20;

/** Notes a board or section as the latest choice. */
export async function noteChoice(boardId: string, sectionId: string | null): Promise<void> {
  const others = (await recentChoices.getValue()).filter(
    (choice) => choice.boardId !== boardId || choice.sectionId !== sectionId,
  );
  await recentChoices.setValue([{ boardId, sectionId, at: Date.now() }, ...others].slice(0, MOST));
}
