type Area = 'local' | 'session';

/** As much of the browser's own API as is there before any script of a view is. */
interface Api {
  storage: Record<
    Area,
    {
      get(keys: string[]): Promise<Record<string, unknown>>;
      onChanged: { addListener(tell: (changes: object) => void): void };
    }
  >;
}

/** What was asked for, by key with its area; null where it could not be read. */
type Asked = Map<string, Promise<Record<string, unknown> | null>>;

const world = globalThis as { tackAsked?: Asked; browser?: Api; chrome?: Api };

/**
 * Reads keys of extension storage before the scripts of a view are there: they are loaded meanwhile, and find what they ask
 * for first. Each value is given once, and not where it was written anew since (lib/storage/item.ts).
 */
export function askAhead(area: Area, keys: readonly string[]): void {
  const asked = (world.tackAsked ??= new Map());
  const storage = (world.browser ?? world.chrome)?.storage[area];
  if (!storage) return;
  storage.onChanged.addListener((changes) => {
    for (const key of Object.keys(changes)) asked.delete(`${area}:${key}`);
  });
  const reading = storage.get([...keys]).catch(() => null);
  for (const key of keys) asked.set(`${area}:${key}`, reading);
}

/** Gives what `askAhead` read of a key, the first time; null where it did not, or what it read is not so any more. */
export async function takeAhead(key: string): Promise<Record<string, unknown> | null> {
  const { tackAsked: asked } = world;
  const reading = asked?.get(key);
  if (!asked || !reading) return null;
  const found = await reading;
  return asked.delete(key) ? found : null;
}

/** Forgets what was read of a key that is written now. */
export const dropAhead = (key: string): void => void world.tackAsked?.delete(key);
