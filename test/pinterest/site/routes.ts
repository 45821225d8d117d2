import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { streamSSE } from 'hono/streaming';

import type { Account } from '../types.ts';
import type { HonoEnv, World } from '../world.ts';
import { mountConsent } from './consent.ts';
import { page } from './layout.ts';
import { mountSaveDialog } from './save-dialog.ts';
import { boardView, homeView, pinView, slug } from './views.ts';

const isNamed = (name: string, wanted: string) => slug(name) === wanted.toLowerCase();

/** Gives the site that people see. Whoever visits is signed in; a cookie says as whom. */
export function siteRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  const { store } = world;
  const viewerOf = (context: Context<HonoEnv>): Account => {
    const [first] = store.accounts.values();
    const viewer = store.accountNamed(getCookie(context, 'account') ?? '') ?? first;
    if (!viewer) throw new Error('there is no account');
    return viewer;
  };

  mountConsent(app, world, viewerOf);
  mountSaveDialog(app, world, viewerOf);

  app.get('/', (context) => context.html(homeView(world, viewerOf(context))));

  app.post('/accounts/choose', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    setCookie(context, 'account', form.get('username') ?? '', { path: '/', sameSite: 'Lax' });
    return context.redirect('/');
  });

  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const tell = () => void stream.writeSSE({ event: 'change', data: 'pins' });
      store.changes.on('change', tell);
      stream.onAbort(() => {
        store.changes.off('change', tell);
      });
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'still-here', data: '' });
        await stream.sleep(15_000);
      }
    }),
  );

  app.get('/pin/:id/', (context) => {
    const pin = store.pins.get(context.req.param('id'));
    return pin ? context.html(pinView(world, viewerOf(context), pin)) : context.notFound();
  });
  app.get('/pin/:id', (context) => context.redirect(`/pin/${context.req.param('id')}/`));

  const boardPage = (context: Context<HonoEnv>) => {
    const { username = '', board: boardName = '', section: sectionName } = context.req.param();
    const owner = store.accountNamed(username);
    const board = owner && store.ownerBoards(owner.id).find(({ name }) => isNamed(name, boardName));
    const section =
      sectionName === undefined
        ? undefined
        : board?.sections.find(({ name }) => isNamed(name, sectionName));
    const viewer = viewerOf(context);
    const hidden = board?.privacy === 'SECRET' && board.ownerId !== viewer.id;
    if (!owner || !board || hidden || (sectionName !== undefined && !section)) {
      return context.notFound();
    }
    return context.html(boardView(world, viewer, { owner, board, section }));
  };
  app.get('/:username/:board/', boardPage);
  app.get('/:username/:board/:section/', boardPage);

  app.get('/:username/', (context) => {
    const owner = store.accountNamed(context.req.param('username'));
    return owner ? context.html(homeView(world, owner)) : context.notFound();
  });

  app.notFound((context) =>
    context.html(
      page({
        title: 'Not found',
        world,
        small: true,
        body: html`<h1>There is nothing here</h1>
          <p><a href="/">To the boards</a></p>`,
      }),
      404,
    ),
  );
  return app;
}
