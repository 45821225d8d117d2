import type { AppView, ConnectedAccount } from '../../lib/auth/types';
import type { BoardRow } from '../../lib/boards/types';
import { bareImage } from '../../lib/capture/bare-image';
import type { Capture, ImageCandidate } from '../../lib/capture/types';
import type { Draft } from '../../lib/drafts/types';
import type { Job } from '../../lib/outbox/types';
import { NOW } from './clock.ts';

/* What the gallery's states are fed with: one cook, her boards, her pins, and a page about a pudding. */

const hues = [32, 95, 150, 205, 262, 318];

/** A picture that is the same in every run: two tones of one colour. */
export function picture(at: number, width = 200, height = 300): string {
  const hue = hues[at % hues.length];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 45% 78%)"/><circle cx="50%" cy="62%" r="30%" fill="hsl(${hue} 50% 48%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const reading = new Set<Promise<Blob>>();

/** Whether a picture is still being read: it takes longer than a view is quiet. */
export const isReading = (): boolean => reading.size > 0;

/** The same as bytes, as if it were kept. */
export function readPicture(id: string): Promise<Blob> {
  const read = drawn(id).finally(() => reading.delete(read));
  reading.add(read);
  return read;
}

async function drawn(id: string): Promise<Blob> {
  const [width, height] = [800, 1200];
  const image = new Image(width, height);
  image.src = picture(Number(id.replaceAll(/\D/g, '')) || 0, width, height);
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

export const account: ConnectedAccount = {
  id: '101',
  username: 'linda_kitchen',
  imageUrl: picture(0, 60, 60),
  accountType: 'BUSINESS',
  environment: 'production',
  scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write', 'user_accounts:read'],
  accessEndsAt: NOW + 20 * 86_400_000,
  canRenew: true,
};

const redirect = 'https://hfgmkjabpncfjndncahbclkibpphmaol.chromiumapp.org/';

export const app: AppView = {
  isReady: true,
  appId: '1509833',
  hasSecret: true,
  environment: 'production',
  brokerUrl: '',
  inTab: false,
  redirectUri: redirect,
  redirectUris: { browser: redirect, tab: 'http://localhost:8085/' },
};

const names = [
  'Desserts without an oven',
  'Dinner party',
  'Weeknight dinners',
  'Bread',
  'Kitchen ideas',
  'Garden in June',
  'Small bathrooms',
  'Dessert photography',
];

/** Words that fit nowhere: one without a break, and a long name; and words of Pinterest's and `Intl`'s own. */
export const longWords = {
  name: 'Aufbewahrungsmöglichkeitenzusammenstellung für Töpfe',
  title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenständer aus Nussbaum, sehr lang',
  about: 'Puddings, creams and cakes that never see an oven.',
  pinterest:
    'Linda’s ads Spend Impressions Food and drinks iphone web TOTAL CLICKTHROUGH UTC, Coordinated Universal Time',
  username: 'die_langen_namen_von_niederbayern',
};

export const boards: BoardRow[] = names.map((name, at) => ({
  id: `${at + 1}`,
  name,
  privacy: at === 7 ? 'SECRET' : 'PUBLIC',
  pinCount: [412, 38, 1204, 77, 96, 12, 0, 9][at] ?? 0,
  coverUrl: at === 6 ? null : picture(at, 80, 80),
  ownerUsername: 'linda_kitchen',
  modifiedAt: NOW - at * 86_400_000,
  ...(at === 1 ? { collaborators: 2 } : {}),
}));

const PAGE = 'https://lindaskitchen.com/burnt-honey-panna-cotta/';

const imageAt = (at: number): ImageCandidate => ({
  ...bareImage(picture(at, 1600, 2400), 'srcset'),
  width: 1600,
  height: 2400,
  shownWidth: 300,
  shownHeight: 450,
  alt: 'Panna cotta with honey on a stone plate',
});

export const images: ImageCandidate[] = hues.map((_, at) => imageAt(at));

export const capture: Capture = {
  page: {
    url: PAGE,
    link: PAGE,
    title: 'Burnt-honey panna cotta, in 20 minutes',
    description: '',
    siteName: 'Linda’s kitchen',
    selection: '',
    product: null,
    recipe: null,
    nopin: null,
  },
  images,
  target: 0,
  readMs: 9,
};

/** A draft about the pudding; what is said replaces what it has. */
export const draft = (changes: Partial<Draft> = {}): Draft => ({
  id: 'd1',
  version: 3,
  createdAt: NOW,
  updatedAt: NOW,
  edited: false,
  tabId: 1,
  pageUrl: PAGE,
  pageTitle: 'Burnt-honey panna cotta, in 20 minutes',
  image: imageAt(0),
  media: {
    state: 'kept',
    type: 'image/jpeg',
    size: 214_000,
    sha256: '',
    width: 1600,
    height: 2400,
  },
  also: [],
  together: 'apart',
  title: 'Burnt-honey panna cotta, in 20 minutes',
  description:
    'Silky, barely set and deeply caramelised. Six ingredients, no oven, ready the night before.',
  altText: 'Panna cotta with honey on a stone plate',
  link: PAGE,
  linkRemoved: ['utm_source', 'utm_medium', 'fbclid'],
  linkBefore: `${PAGE}?utm_source=mail&utm_medium=email&fbclid=x`,
  board: {
    boardId: '1',
    boardName: 'Desserts without an oven',
    sectionId: null,
    sectionName: null,
  },
  ...changes,
});

const titles = [
  'Burnt-honey panna cotta',
  'Green sauce for everything',
  'Fig and thyme focaccia',
  'Knife skills, part 2',
  'Plum cake in a pan',
  'Cold noodles, hot oil',
];

/** A job about a dish; what is said replaces what it has. */
export const job = (at: number, changes: Partial<Job> = {}): Job => ({
  id: `j${at}`,
  version: 1,
  accountId: '101',
  content: {
    title: titles[at % titles.length] ?? '',
    description: '',
    link: PAGE,
    altText: '',
    boardId: '1',
    boardName: names[at % names.length] ?? '',
    sectionId: null,
    sectionName: null,
  },
  media: { kind: 'url', url: picture(at) },
  imageUrl: picture(at),
  stage: { name: 'queued' },
  pause: null,
  undo: false,
  attempts: 0,
  queuedAt: NOW - at * 3_600_000,
  updatedAt: NOW - at * 3_600_000,
  pageUrl: PAGE,
  tabId: null,
  ...changes,
});

/** Pins in every place that the outbox has for them. */
export const jobs: Job[] = [
  job(0),
  job(1, { notBefore: NOW + 3_600_000 }),
  job(2, {
    pause: { kind: 'held', because: { code: 'api/not-found', data: { kind: 'board' } } },
  }),
  job(3, {
    pause: {
      kind: 'waiting',
      until: NOW + 240_000,
      because: { code: 'api/rate-limited', data: { retryAfterMs: 240_000 } },
    },
  }),
  job(4, {
    stage: { name: 'verified', pinId: '900', createdAt: '2026-11-22T10:00:00', twinIds: [] },
  }),
  job(5, {
    stage: { name: 'creating', since: NOW - 60_000, unknown: true, absentAt: [] },
    pause: { kind: 'held', because: { code: 'api/outcome-unknown', data: undefined } },
  }),
];
