import { html, raw } from 'hono/html';

import { imageUrl } from '../api/shapes.ts';
import { sizeOf } from '../images.ts';
import type { Account, StoredImage } from '../types.ts';
import type { World } from '../world.ts';
import { siteStyle } from './style.ts';

/** A piece of escaped HTML. */
export type Html = ReturnType<typeof html>;

interface PageParts {
  title: string;
  viewer?: Account | undefined;
  world: World;
  body: Html;
  /** Small pages stand in a window of their own: consent, save dialog. */
  small?: boolean;
  /** Whether the page shows new pins as they arrive. */
  live?: boolean;
}

const liveScript = `
const events = new EventSource('/events');
let timer;
events.addEventListener('change', () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
    document.querySelector('main').replaceWith(next.querySelector('main'));
  }, 60);
});`;

/** Gives a whole page of the site. */
export function page({ title, viewer, world, body, small = false, live = false }: PageParts): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · local Pinterest</title>
        <style>
          ${raw(siteStyle)}
        </style>
      </head>
      <body class="${small ? 'small' : ''}">
        ${small ? '' : header(world, viewer)}
        <main>${body}</main>
        <footer>local Pinterest, for trying Tack. Nothing here leaves this machine.</footer>
        ${
          live
            ? html`<script>
                ${raw(liveScript)};
              </script>`
            : ''
        }
      </body>
    </html>`;
}

function header(world: World, viewer: Account | undefined): Html {
  return html`<header>
    <a class="name" href="/">local Pinterest</a>
    <nav aria-label="Accounts">
      ${[...world.store.accounts.values()].map(
        (account) =>
          html`<form method="post" action="/accounts/choose">
            <input type="hidden" name="username" value="${account.username}" />
            <button class="account" aria-pressed="${account === viewer ? 'true' : 'false'}">
              <img
                src="${imageUrl(world, account.avatar, '150x150')}"
                alt=""
                width="28"
                height="28"
              />@${account.username}
            </button>
          </form>`,
      )}
    </nav>
  </header>`;
}

/** Shows a picture at a size of Pinterest's, with its own proportions. */
export function picture(
  world: World,
  image: StoredImage,
  { size = '600x' as const, alt = '' } = {},
): Html {
  const { width, height } = sizeOf(image, size);
  return html`<img
    src="${imageUrl(world, image, size)}"
    alt="${alt}"
    width="${width}"
    height="${height}"
    loading="lazy"
  />`;
}
