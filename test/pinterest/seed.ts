import { photoNames, photos, type Photo } from './photographs.ts';
import { between, pick, unit } from './random.ts';
import * as words from './seed-words.ts';
import type { Store } from './store.ts';
import type { Account, Board, Crop, StoredImage } from './types.ts';

export interface SeedOptions {
  boards: number;
  pins: number;
  seed: number;
}

const day = 86_400_000;
/** Seeded pins are dated over the last 18 months. */
const span = 540 * day;

/** Empty where the photograph keeps its own tone. */
const tints = ['', '', '#b08d6a', '#7f97ad', '#8aa08c', '#a39aa6', '#b3a582', '#8d8d8d'];
const shapes = [1.5, 1.25, 1, 0.75, 1.33, 1.78];

/** Fills a store with two accounts, their boards and pins. The same options give the same content on the same day. */
export function seed(store: Store, options: SeedOptions): void {
  const now = Math.floor(Date.now() / day) * day;
  const linda = addAccount(store, now, {
    username: 'linda_kitchen',
    name: 'Linda’s kitchen',
    about: 'Recipes from a small kitchen, and what grows in front of its window.',
    type: 'BUSINESS',
    website: 'http://kitchen.localhost',
    monthlyViews: 48_231,
    weight: 1500,
  });
  const tom = addAccount(store, now, {
    username: 'tom_travels',
    name: 'Tom Okafor',
    about: 'Mountains, rivers and slow trains.',
    type: 'PINNER',
    website: '',
    monthlyViews: 2_904,
    weight: 90,
  });
  const shareOfTom = Math.min(12, Math.floor(options.boards / 5));
  const lindas = addBoards(store, linda, options.boards - shareOfTom, now);
  const toms = addBoards(store, tom, shareOfTom, now);
  addPins(store, { boards: lindas, toms, count: options.pins, seed: options.seed, now });
}

type AccountFacts = Pick<
  Account,
  'username' | 'name' | 'about' | 'type' | 'website' | 'monthlyViews' | 'weight'
>;

function addAccount(store: Store, now: number, facts: AccountFacts): Account {
  const avatar = store.addImage(imageOf(cropOf(`avatar ${facts.username}`, 1)));
  const account: Account = {
    ...facts,
    id: store.next().id,
    avatar,
    followers: [...words.followers],
    following: words.followers.slice(0, 3),
    interests: [...words.interests],
    websites: facts.website
      ? [{ website: 'kitchen.localhost', status: 'success', verifiedAt: now - 300 * day }]
      : [],
  };
  store.accounts.set(account.id, account);
  return account;
}

function addBoards(store: Store, owner: Account, count: number, now: number): Board[] {
  return Array.from({ length: count }, (_, index) => {
    const name = boardName(index);
    const createdAt = now - span + Math.floor((index / count) * 0.5 * span);
    const board = store.addBoard({
      ownerId: owner.id,
      name,
      description: index % 3 === 0 ? `${name}, collected over time.` : null,
      privacy:
        words.secretBoards.includes(name) || (index >= words.boardNames.length && index % 17 === 0)
          ? 'SECRET'
          : 'PUBLIC',
      isAdsOnly: false,
      createdAt,
      pinsModifiedAt: createdAt,
    });
    for (const section of words.sectionNames[name] ?? []) store.addSection(board, section);
    return board;
  });
}

function boardName(index: number): string {
  const given = words.boardNames[index];
  if (given) return given;
  const base = words.boardNames[index % words.boardNames.length] ?? 'Board';
  const kind =
    words.boardKinds[Math.floor(index / words.boardNames.length) % words.boardKinds.length] ??
    'Ideas';
  return `${base}: ${kind.toLowerCase()} ${Math.floor(index / 600) + 1}`;
}

interface PinPlan {
  boards: Board[];
  toms: Board[];
  count: number;
  seed: number;
  now: number;
}

function addPins(store: Store, { boards, toms, count, seed: number, now }: PinPlan) {
  const sharesOfTom = toms.length > 0 ? Math.min(60, Math.floor(count / 5)) : 0;
  const everyNth = sharesOfTom > 0 ? Math.floor(count / sharesOfTom) : 0;
  for (let index = 0; index < count; index += 1) {
    const key = `${number}/${index}`;
    const isToms =
      everyNth > 0 && index % everyNth === everyNth - 1 && index / everyNth < sharesOfTom;
    const choice = isToms ? toms : boards;
    const board = choice[Math.floor(unit(`board ${key}`) ** 1.7 * choice.length)];
    if (!board) continue;
    const crop = cropOf(key, pick(`shape ${key}`, shapes));
    const title = `${pick(`title ${key}`, words.subjects[crop.photo])}${pick(`turn ${key}`, words.turns)}`;
    store.addPin({
      ownerId: board.ownerId,
      boardId: board.id,
      sectionId: board.sections.length > 0 && index % 2 === 0 ? pick(key, board.sections).id : null,
      title,
      description: pick(`description ${key}`, words.descriptions) || null,
      altText: index % 2 === 0 ? altOf(crop.photo) : null,
      link: index % 5 === 0 ? null : `https://example.com/${crop.photo}/${index}`,
      dominantColor: pick(`color ${key}`, ['#6e7874', '#a89b84', '#4f4a43', '#c9bca4']),
      parentPinId: null,
      createdAt: now - Math.floor((1 - (index + 1) / (count + 1)) * span),
      isStandard: true,
      origin: 'seed',
      media: { kind: 'image', image: store.addImage(imageOf(crop)) },
    });
  }
}

function altOf(photo: Photo): string {
  return `Black and white photograph: ${photo.replaceAll('-', ' ')}.`;
}

/** Chooses a part of a photograph, `shape` times as high as it is wide. */
export function cropOf(key: string, shape: number): Crop {
  const photo = pick(`photo ${key}`, photoNames);
  const whole = photos[photo];
  const share = 0.55 + 0.45 * unit(`share ${key}`);
  const height = Math.floor(Math.min(whole.height, whole.width * shape) * share);
  const width = Math.max(120, Math.floor(height / shape));
  return {
    photo,
    width,
    height,
    left: between(`left ${key}`, 0, Math.max(0, whole.width - width)),
    top: between(`top ${key}`, 0, Math.max(0, whole.height - height)),
    tint: pick(`tint ${key}`, tints),
  };
}

function imageOf(crop: Crop): Omit<StoredImage, 'id'> {
  return {
    width: crop.width,
    height: crop.height,
    contentType: 'image/jpeg',
    source: { kind: 'crop', crop },
  };
}
