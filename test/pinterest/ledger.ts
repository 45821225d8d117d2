import { coverOf, timeOf } from './api/shapes.ts';
import { originalBytes, sha256 } from './images.ts';
import type { Pin, StoredImage, Token } from './types.ts';
import type { World } from './world.ts';

/** A pin as the ledger shows it: everything a test may want to hold against what it did. */
export interface LedgerPin {
  id: string;
  board: string;
  boardId: string;
  section: string | null;
  sectionId: string | null;
  owner: string;
  title: string | null;
  description: string | null;
  altText: string | null;
  link: string | null;
  createdAt: string;
  origin: Pin['origin'];
  parentPinId: string | null;
  kind: 'image' | 'images' | 'video';
  /** The upload that it was made of; null where it came another way. */
  mediaId: string | null;
  width: number;
  height: number;
  contentType: string;
  /** Of the very bytes received; null for seeded pins, whose pictures are made when they are asked for. */
  sha256: string | null;
}

export interface LedgerBoard {
  id: string;
  name: string;
  owner: string;
  description: string | null;
  privacy: string;
  pinCount: number;
  sections: { id: string; name: string }[];
}

export interface PinFilter {
  /** A board's id or name. */
  board?: string;
  /** A username. */
  owner?: string;
  /** Leaves out, or gives only, what was there at the start. */
  seeded?: boolean;
}

/** Tells exactly what exists at the local Pinterest, past what its API shows. */
export class Ledger {
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Gives the pins, newest first. */
  pins(filter: PinFilter = {}): LedgerPin[] {
    return [...this.world.store.pins.values()]
      .toReversed()
      .filter((pin) => filter.seeded === undefined || (pin.origin === 'seed') === filter.seeded)
      .map((pin) => this.shape(pin))
      .filter(
        (pin) => filter.board === undefined || [pin.board, pin.boardId].includes(filter.board),
      )
      .filter((pin) => filter.owner === undefined || pin.owner === filter.owner);
  }

  deletedPins(): LedgerPin[] {
    return this.world.store.deletedPins.map((pin) => this.shape(pin));
  }

  /** Gives the very bytes of a pin's picture, as they were received or fetched; `index` chooses one of a carousel. */
  async pinImage(
    pinId: string,
    index = 0,
  ): Promise<{ bytes: Buffer; sha256: string; contentType: string }> {
    const pin = this.world.store.pins.get(pinId);
    const image = pin && imageAt(pin, index);
    if (!image) throw new RangeError(`there is no picture ${index} of a pin ${pinId}`);
    const bytes = await originalBytes(image);
    return { bytes, sha256: sha256(bytes), contentType: image.contentType };
  }

  boards(owner?: string): LedgerBoard[] {
    const { store } = this.world;
    return [...store.boards.values()]
      .map((board) => ({
        id: board.id,
        name: board.name,
        owner: store.accounts.get(board.ownerId)?.username ?? '',
        description: board.description,
        privacy: board.privacy,
        pinCount: store.pinCount(board.id),
        sections: board.sections.map(({ id, name }) => ({ id, name })),
      }))
      .filter((board) => owner === undefined || board.owner === owner);
  }

  /** Gives the tokens that were ever issued, with their values. */
  tokens(): (Token & { live: boolean })[] {
    const now = Date.now();
    return this.world.tokens
      .all()
      .map((token) => Object.assign({}, token, { live: !token.revoked && token.expiresAt > now }));
  }

  /** Gives what is known of uploaded files. */
  media() {
    return [...this.world.store.media.values()].map(({ id, received }) => ({
      id,
      received: received ?? null,
    }));
  }

  /** Gives how many bytes of the newest upload, form and all, have arrived so far. */
  arrivedBytes(): number {
    return this.world.arrived;
  }

  /** Gives how often each operation was asked for; 0 where it never was. */
  requests(): Record<string, number>;
  requests(operation: string): number;
  requests(operation?: string): Record<string, number> | number {
    const { requests } = this.world;
    return operation === undefined ? Object.fromEntries(requests) : (requests.get(operation) ?? 0);
  }

  /** Gives how many calls were answered 429. */
  refused(): number {
    return this.world.limits.refused;
  }

  /** Gives the addresses of the API that were asked for, the newest last. */
  addresses(): string[] {
    return [...this.world.addresses];
  }

  private shape(pin: Pin): LedgerPin {
    const { store } = this.world;
    const board = store.boards.get(pin.boardId);
    const cover = coverOf(pin);
    return {
      id: pin.id,
      board: board?.name ?? '',
      boardId: pin.boardId,
      section: board?.sections.find((section) => section.id === pin.sectionId)?.name ?? null,
      sectionId: pin.sectionId,
      owner: store.accounts.get(pin.ownerId)?.username ?? '',
      title: pin.title,
      description: pin.description,
      altText: pin.altText,
      link: pin.link,
      createdAt: timeOf(pin.createdAt),
      origin: pin.origin,
      parentPinId: pin.parentPinId,
      kind: pin.media.kind,
      mediaId: ('uploadId' in pin.media && pin.media.uploadId) || null,
      width: cover.width,
      height: cover.height,
      contentType: cover.contentType,
      sha256: cover.source.kind === 'bytes' ? sha256(cover.source.bytes) : null,
    };
  }
}

function imageAt(pin: Pin, index: number): StoredImage | undefined {
  if (pin.media.kind === 'images') return pin.media.items[index]?.image;
  return index === 0 ? coverOf(pin) : undefined;
}
