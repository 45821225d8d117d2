import { EventEmitter } from 'node:events';

import type { Account, Board, MediaUpload, Pin, Section, StoredImage } from './types.ts';

/** Ids start beyond 2^53 and are close together, so that one that was made a number no longer fits. */
const firstId = 1_099_511_627_776_000_001n;

/** Everything that exists at the local Pinterest, with the indexes that its lists need. */
export class Store {
  readonly accounts = new Map<string, Account>();
  readonly boards = new Map<string, Board>();
  readonly pins = new Map<string, Pin>();
  readonly deletedPins: Pin[] = [];
  readonly images = new Map<string, StoredImage>();
  readonly media = new Map<string, MediaUpload>();
  /** Tells the site's open pages that something changed. */
  readonly changes = new EventEmitter();
  private readonly pinsOfBoard = new Map<string, Pin[]>();
  private readonly pinsOfOwner = new Map<string, Pin[]>();
  private readonly boardsOfOwner = new Map<string, Board[]>();
  private counter = 0;
  private readonly fill: (store: Store) => void;

  /** `fill` makes the content that is there at the start, and again after a reset. */
  constructor(fill: (store: Store) => void) {
    this.fill = fill;
    this.changes.setMaxListeners(0);
    fill(this);
  }

  /** Puts everything back as it was at the start. */
  reset(): void {
    for (const map of [this.accounts, this.boards, this.pins, this.images, this.media]) map.clear();
    for (const map of [this.pinsOfBoard, this.pinsOfOwner, this.boardsOfOwner]) map.clear();
    this.deletedPins.length = 0;
    this.counter = 0;
    this.fill(this);
    this.changes.emit('change');
  }

  /** Gives the next id, a string of 19 digits, with its place in the order of all records. */
  next(): { id: string; sequence: number } {
    const sequence = this.counter;
    this.counter += 1;
    return { id: (firstId + BigInt(sequence) * 7n).toString(), sequence };
  }

  /** Keeps a picture and gives it an address. */
  addImage(image: Omit<StoredImage, 'id'>): StoredImage {
    const stored = { ...image, id: this.next().id };
    this.images.set(stored.id, stored);
    return stored;
  }

  addBoard(board: Omit<Board, 'id' | 'sequence' | 'sections'>): Board {
    const stored = { ...board, ...this.next(), sections: [] };
    this.boards.set(stored.id, stored);
    listOf(this.boardsOfOwner, stored.ownerId).push(stored);
    this.changes.emit('change');
    return stored;
  }

  addSection(board: Board, name: string): Section {
    const section = { ...this.next(), name };
    board.sections.push(section);
    return section;
  }

  addPin(pin: Omit<Pin, 'id' | 'sequence'>): Pin {
    const stored = { ...pin, ...this.next() };
    this.pins.set(stored.id, stored);
    listOf(this.pinsOfBoard, stored.boardId).push(stored);
    listOf(this.pinsOfOwner, stored.ownerId).push(stored);
    this.touch(stored.boardId, stored.createdAt);
    return stored;
  }

  /** Puts a pin on another board, where it keeps its age. */
  movePin(pin: Pin, boardId: string): void {
    removeFrom(this.pinsOfBoard, pin.boardId, pin);
    pin.boardId = boardId;
    const list = listOf(this.pinsOfBoard, boardId);
    list.push(pin);
    list.sort((one, other) => one.sequence - other.sequence);
    this.touch(boardId, Date.now());
  }

  removePin(pin: Pin): void {
    this.pins.delete(pin.id);
    removeFrom(this.pinsOfBoard, pin.boardId, pin);
    removeFrom(this.pinsOfOwner, pin.ownerId, pin);
    this.deletedPins.push(pin);
    this.touch(pin.boardId, Date.now());
  }

  removeBoard(board: Board): void {
    for (const pin of this.boardPins(board.id)) this.removePin(pin);
    this.boards.delete(board.id);
    removeFrom(this.boardsOfOwner, board.ownerId, board);
    this.changes.emit('change');
  }

  /** Gives the pins of a board, newest first. */
  boardPins(boardId: string): Pin[] {
    return (this.pinsOfBoard.get(boardId) ?? []).toReversed();
  }

  /** Gives up to `count` newest pins of a board without reading the others. */
  newestPins(boardId: string, count: number): Pin[] {
    return (this.pinsOfBoard.get(boardId) ?? []).slice(-count).toReversed();
  }

  /** Gives how many pins a board has. */
  pinCount(boardId: string): number {
    return this.pinsOfBoard.get(boardId)?.length ?? 0;
  }

  /** Gives the pins of an account, newest first. */
  ownerPins(ownerId: string): Pin[] {
    return (this.pinsOfOwner.get(ownerId) ?? []).toReversed();
  }

  /** Gives how many pins an account has. */
  ownerPinCount(ownerId: string): number {
    return this.pinsOfOwner.get(ownerId)?.length ?? 0;
  }

  /** Gives the boards of an account, oldest first. */
  ownerBoards(ownerId: string): Board[] {
    return this.boardsOfOwner.get(ownerId) ?? [];
  }

  accountNamed(username: string): Account | undefined {
    return this.accounts.values().find((account) => account.username === username);
  }

  private touch(boardId: string, at: number) {
    const board = this.boards.get(boardId);
    if (board && at > board.pinsModifiedAt) board.pinsModifiedAt = at;
    this.changes.emit('change');
  }
}

function listOf<Item>(map: Map<string, Item[]>, key: string): Item[] {
  const found = map.get(key);
  if (found) return found;
  const list: Item[] = [];
  map.set(key, list);
  return list;
}

function removeFrom<Item>(map: Map<string, Item[]>, key: string, item: Item) {
  const list = map.get(key) ?? [];
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}
