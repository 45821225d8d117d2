import { readFile } from 'node:fs/promises';

import type { Context, Hono } from 'hono';
import { html } from 'hono/html';

import { fetchBytes } from '../fetching.ts';
import { inspect, photoFile } from '../images.ts';
import type { Account } from '../types.ts';
import type { HonoEnv, World } from '../world.ts';
import { page } from './layout.ts';

/** Puts the dialog on the site that web pages open to have a picture saved; it needs no app and no token. */
export function mountSaveDialog(
  app: Hono<HonoEnv>,
  world: World,
  viewerOf: (context: Context<HonoEnv>) => Account | undefined,
): void {
  // What a build for the local Pinterest practises with on its first page.
  app.get('/sample.jpg', async () => new Response(await readFile(photoFile('allium-oreophilum'))));
  app.get('/pin/create/button/', (context) => {
    const query = new URL(context.req.url).searchParams;
    return context.html(dialogView(world, viewerOf(context), query));
  });
  app.post('/pin/create/button/', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const viewer = viewerOf(context);
    const board = world.store.boards.get(form.get('board_id') ?? '');
    if (!viewer || board?.ownerId !== viewer.id)
      return context.html(dialogView(world, viewer, form, 'Choose a board.'), 400);
    try {
      const image = await inspect(await fetchBytes(form.get('media') ?? ''));
      const pin = world.store.addPin({
        ownerId: viewer.id,
        boardId: board.id,
        sectionId: null,
        title: null,
        description: form.get('description')?.slice(0, 500) || null,
        altText: null,
        link: form.get('url') || null,
        dominantColor: image.color,
        parentPinId: null,
        createdAt: Date.now(),
        isStandard: true,
        origin: 'dialog',
        media: { kind: 'image', image: world.store.addImage(image) },
      });
      return context.html(savedView(world, board.name, pin.id));
    } catch {
      return context.html(
        dialogView(world, viewer, form, 'Sorry, we could not fetch that picture.'),
        400,
      );
    }
  });
}

function dialogView(
  world: World,
  viewer: Account | undefined,
  fields: URLSearchParams,
  problem?: string,
) {
  const media = fields.get('media') ?? '';
  const boards = viewer
    ? world.store
        .ownerBoards(viewer.id)
        .toSorted((one, other) => one.name.localeCompare(other.name))
    : [];
  return page({
    title: 'Save to a board',
    world,
    small: true,
    body: html`<h1>Save to a board</h1>
      ${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
      <form method="post" action="/pin/create/button/" class="dialog">
        <div>
          ${/^https?:/.test(media) ? html`<img src="${media}" alt="The picture to save" />` : html`<p class="soft">No picture was named.</p>`}
        </div>
        <div>
          <input type="hidden" name="media" value="${media}" />
          <input type="hidden" name="url" value="${fields.get('url') ?? ''}" />
          <label
            >Description<textarea name="description" rows="4" maxlength="500">
${fields.get('description') ?? ''}</textarea>
          </label>
          <label
            >Board<select name="board_id">
              ${boards.map((board) => html`<option value="${board.id}">${board.name}</option>`)}
            </select></label
          >
          <p class="soft">from ${fields.get('url') ?? 'nowhere'}</p>
          <div class="row"><button class="main">Save</button></div>
        </div>
      </form>`,
  });
}

function savedView(world: World, board: string, pinId: string) {
  return page({
    title: 'Saved',
    world,
    small: true,
    body: html`<h1>Saved to ${board}</h1>
      <p><a href="/pin/${pinId}/">See your pin</a></p>`,
  });
}
