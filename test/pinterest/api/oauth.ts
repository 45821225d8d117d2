import type { Context, Hono } from 'hono';

import { accessSeconds, refreshSeconds, type Grant } from '../tokens.ts';
import type { HonoEnv, World } from '../world.ts';
import { errors } from './errors.ts';
import { exchange, ok } from './pipeline.ts';

/** Answers the token endpoint: HTTP Basic with the app's id and secret, a form as body. */
export function mountOAuth(app: Hono<HonoEnv>, world: World): void {
  app.post('/oauth/token', (context) =>
    exchange(context, world, 'oauth/token', async (text) => {
      authenticateApp(context, world);
      return ok(grantTokens(world, new URLSearchParams(text)));
    }),
  );
  app.post('/oauth/token/revoke', (context) =>
    exchange(context, world, 'token/revoke', async () => {
      authenticateApp(context, world);
      // Pinterest revokes the tokens of system users only.
      throw errors.forbidden();
    }),
  );
}

function authenticateApp(context: Context<HonoEnv>, world: World) {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  if (Buffer.from(encoded, 'base64').toString() !== `${world.app.id}:${world.app.secret}`) {
    throw errors.clientAuthentication();
  }
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw errors.invalid('Invalid request: the body must be application/x-www-form-urlencoded');
  }
}

function grantTokens(world: World, form: URLSearchParams) {
  const field = (name: string) => {
    const value = form.get(name);
    if (!value) throw errors.invalid(`Missing required parameter: ${name}`);
    return value;
  };
  const scopes = form
    .get('scope')
    ?.split(/[\s,]+/)
    .filter(Boolean);
  switch (form.get('grant_type') ?? '') {
    case 'authorization_code': {
      const grant = world.tokens.exchange(field('code'), field('redirect_uri'));
      return shape('authorization_code', grant);
    }
    case 'refresh_token':
      return shape('refresh_token', world.tokens.refresh(field('refresh_token'), scopes));
    case 'client_credentials': {
      field('scope');
      const [owner] = world.store.accounts.values();
      if (!owner) throw errors.grant();
      const token = world.tokens.client(owner.id, scopes ?? []);
      return {
        response_type: 'client_credentials',
        access_token: token.value,
        token_type: 'bearer',
        expires_in: accessSeconds,
        scope: token.scopes.join(' '),
      };
    }
    default:
      throw errors.invalid(
        'Invalid request: grant_type is not one of [authorization_code, refresh_token, client_credentials]',
      );
  }
}

function shape(type: 'authorization_code' | 'refresh_token', grant: Grant | undefined) {
  if (!grant) throw errors.grant();
  return {
    response_type: type,
    access_token: grant.access.value,
    token_type: 'bearer',
    expires_in: accessSeconds,
    scope: grant.access.scopes.join(' '),
    refresh_token: grant.refresh.value,
    refresh_token_expires_in: refreshSeconds,
    refresh_token_expires_at: Math.floor(grant.refresh.expiresAt / 1000),
  };
}
