import { html } from 'hono/html';

import { coverOf, imageUrl, timeOf } from '../api/shapes.ts';
import type { Account, Board, Pin } from '../types.ts';
import type { World } from '../world.ts';
import { page, picture, type Html } from './layout.ts';

const shown = 120;

/** Shows an account's boards and its newest pins. */
export function homeView(world: World, viewer: Account): Html {
  const { store } = world;
  const boards = store
    .ownerBoards(viewer.id)
    .toSorted((one, other) => other.pinsModifiedAt - one.pinsModifiedAt);
  return page({
    title: viewer.name,
    viewer,
    world,
    live: true,
    body: html`<h1>${viewer.name}</h1>
      <p class="soft">${boards.length} boards · ${store.ownerPinCount(viewer.id)} pins</p>
      <h2>Newest pins</h2>
      ${pinGrid(world, store.ownerPins(viewer.id).slice(0, 24))}
      <h2>Boards</h2>
      <ul class="boards">
        ${boards.slice(0, shown).map((board) => boardCard(world, viewer, board))}
      </ul>
      ${boards.length > shown ? html`<p class="soft">and ${boards.length - shown} more</p>` : ''}`,
  });
}

function boardCard(world: World, owner: Account, board: Board): Html {
  const [newest] = world.store.newestPins(board.id, 1);
  const secret = board.privacy === 'SECRET' ? ' · secret' : '';
  const sections = board.sections.length > 0 ? ` · ${board.sections.length} sections` : '';
  return html`<li>
    <a href="${boardPath(owner, board)}">
      <div class="cover">
        ${newest ? html`<img src="${imageUrl(world, coverOf(newest), '400x300')}" alt="" loading="lazy" />` : ''}
      </div>
      <strong>${board.name}</strong
      ><small>${world.store.pinCount(board.id)} pins${sections}${secret}</small></a
    >
  </li>`;
}

/** Gives the path of a board's page, made from its name as people read it. */
export function boardPath(owner: Account, board: Board): string {
  return `/${owner.username}/${slug(board.name)}/`;
}

/** Writes a name as a part of an address. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

function pinGrid(world: World, pins: readonly Pin[]): Html {
  if (pins.length === 0) return html`<p class="soft">There is no pin here yet.</p>`;
  return html`<ul class="pins">
    ${pins.map((pin) => {
      const cover = coverOf(pin);
      // Columns are about 220 px wide and rows 8 px high.
      const rows = Math.ceil(((220 * cover.height) / cover.width + 84) / 8);
      return html`<li style="grid-row: span ${rows}">
        <a href="/pin/${pin.id}/"
          >${picture(world, cover, { alt: pin.altText ?? '' })}
          <div class="words">
            ${pin.title ?? pin.description ?? html`<span class="soft">untitled</span>`}<br /><small
              >${world.store.boards.get(pin.boardId)?.name ?? ''}</small
            >
          </div></a
        >
      </li>`;
    })}
  </ul>`;
}

/** Shows a board, or one section of it. */
export function boardView(
  world: World,
  viewer: Account,
  { owner, board, section }: BoardParts,
): Html {
  const pins = world.store
    .boardPins(board.id)
    .filter((pin) => !section || pin.sectionId === section.id);
  const path = boardPath(owner, board);
  return page({
    title: section ? `${board.name} / ${section.name}` : board.name,
    viewer,
    world,
    live: true,
    body: html`<p>
        <a href="/">Boards</a>${section ? html` / <a href="${path}">${board.name}</a>` : ''}
      </p>
      <h1>${section?.name ?? board.name}</h1>
      <p class="soft">
        ${pins.length}
        pins${board.privacy === 'SECRET' ? ' · secret' : ''}${board.description ? ` · ${board.description}` : ''}
      </p>
      <p>
        ${section ? '' : board.sections.map(({ name }) => html`<a class="button" href="${path}${slug(name)}/">${name}</a> `)}
      </p>
      ${pinGrid(world, pins.slice(0, 240))}`,
  });
}

export interface BoardParts {
  owner: Account;
  board: Board;
  section?: Board['sections'][number] | undefined;
}

/** Shows one pin with everything it has. */
export function pinView(world: World, viewer: Account, pin: Pin): Html {
  const { store } = world;
  const board = store.boards.get(pin.boardId);
  const owner = store.accounts.get(pin.ownerId);
  const section = board?.sections.find((known) => known.id === pin.sectionId);
  const rows: [string, Html | string][] = [
    [
      'Board',
      board && owner
        ? html`<a href="${boardPath(owner, board)}">${board.name}</a
            >${section ? ` / ${section.name}` : ''}`
        : '',
    ],
    ['By', owner ? `${owner.name} (@${owner.username})` : ''],
    ['Link', pin.link ? html`<a href="${pin.link}">${pin.link}</a>` : 'none'],
    ['Alt text', pin.altText ?? 'none'],
    ['Picture', `${coverOf(pin).width} × ${coverOf(pin).height}, ${coverOf(pin).contentType}`],
    ['Created', `${timeOf(pin.createdAt)} UTC`],
    ['Id', pin.id],
  ];
  return page({
    title: pin.title ?? 'Pin',
    viewer,
    world,
    live: true,
    body: html`<article class="pin">
      <div>${picture(world, coverOf(pin), { alt: pin.altText ?? '' })}</div>
      <div>
        <h1>${pin.title ?? html`<span class="soft">untitled</span>`}</h1>
        <p>${pin.description ?? ''}</p>
        <dl>
          ${rows.map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>
    </article>`,
  });
}
