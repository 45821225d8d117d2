import type { Context, Hono } from 'hono';
import { html } from 'hono/html';

import { imageUrl } from '../api/shapes.ts';
import { scopeWords } from '../operations.ts';
import type { Account } from '../types.ts';
import type { HonoEnv, World } from '../world.ts';
import { page } from './layout.ts';

interface Request {
  redirectUri: string;
  scopes: string[];
  state: string | undefined;
}

type Read = { request: Request } | { problem: string };

/** Puts the consent page on the site: who asks, for what, and as whom to answer. */
export function mountConsent(
  app: Hono<HonoEnv>,
  world: World,
  viewerOf: (context: Context<HonoEnv>) => Account | undefined,
): void {
  for (const path of ['/oauth', '/oauth/']) {
    app.get(path, (context) => {
      const read = readRequest(world, new URL(context.req.url).searchParams);
      if ('problem' in read) return context.html(problemView(world, read.problem), 400);
      return context.html(consentView(world, read.request, viewerOf(context)));
    });
    app.post(path, async (context) => {
      const form = new URLSearchParams(await context.req.text());
      const read = readRequest(world, form);
      if ('problem' in read) return context.html(problemView(world, read.problem), 400);
      return context.redirect(answer(world, read.request, form));
    });
  }
}

function readRequest(world: World, fields: URLSearchParams): Read {
  const redirectUri = fields.get('redirect_uri') ?? '';
  const scopes = (fields.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = scopes.find((scope) => !(scope in scopeWords));
  if (fields.get('client_id') !== world.app.id)
    return { problem: 'The authorization grant is invalid: Invalid Application ID' };
  if (!world.app.redirectUris.includes(redirectUri)) {
    return {
      problem: `The provided redirect_uri ${redirectUri} does not match any of the registered redirect URIs`,
    };
  }
  if (fields.get('response_type') !== 'code')
    return { problem: 'Invalid response_type: it must be code' };
  if (scopes.length === 0 || unknown !== undefined)
    return { problem: `Invalid scope: ${unknown ?? 'none was asked for'}` };
  return { request: { redirectUri, scopes, state: fields.get('state') ?? undefined } };
}

function answer(
  world: World,
  { redirectUri, scopes, state }: Request,
  form: URLSearchParams,
): string {
  const url = new URL(redirectUri);
  const account = world.store.accountNamed(form.get('username') ?? '');
  if (form.get('answer') === 'allow' && account) {
    url.searchParams.set('code', world.tokens.issueCode(account.id, redirectUri, scopes));
  } else {
    url.searchParams.set('error', 'access_denied');
    url.searchParams.set('error_description', 'The person did not give access.');
  }
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}

function consentView(
  world: World,
  { redirectUri, scopes, state }: Request,
  viewer: Account | undefined,
) {
  const accounts = [...world.store.accounts.values()];
  const chosen = viewer ?? accounts[0];
  return page({
    title: `${world.app.name} asks for access`,
    world,
    small: true,
    body: html`<h1>${world.app.name} asks for access</h1>
      <p class="soft">If you allow it, ${world.app.name} can:</p>
      <ul>
        ${scopes.map((scope) => html`<li>${scopeWords[scope] ?? scope}</li>`)}
      </ul>
      <form method="post" action="/oauth/">
        <input type="hidden" name="client_id" value="${world.app.id}" />
        <input type="hidden" name="redirect_uri" value="${redirectUri}" />
        <input type="hidden" name="response_type" value="code" />
        <input type="hidden" name="scope" value="${scopes.join(',')}" />
        ${state === undefined ? '' : html`<input type="hidden" name="state" value="${state}" />`}
        <fieldset>
          <legend>Account</legend>
          ${accounts.map(
            (account) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="username"
                  value="${account.username}"
                  ${account === chosen ? 'checked' : ''}
                />
                <img
                  src="${imageUrl(world, account.avatar, '150x150')}"
                  alt=""
                  width="32"
                  height="32"
                />${account.name} (@${account.username})</label
              >`,
          )}
        </fieldset>
        <div class="row">
          <button class="main" name="answer" value="allow">Allow</button
          ><button name="answer" value="deny">Deny</button>
        </div>
      </form>`,
  });
}

function problemView(world: World, problem: string) {
  return page({
    title: 'Access cannot be given',
    world,
    small: true,
    body: html`<h1>Access cannot be given</h1>
      <p>${problem}</p>
      <p class="soft">
        The app has to be put right by its developer. You were not signed in anywhere.
      </p>`,
  });
}
