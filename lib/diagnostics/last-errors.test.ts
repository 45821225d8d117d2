// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { lastErrors } from '../storage/items';
import { noteError } from './last-errors';

describe('the last errors', () => {
  it('have a code, a request id and a time, and no fact that names a page', async () => {
    await noteError(
      'draft/open',
      { code: 'media/forbidden', data: { host: 'secret.example' }, requestId: 'rid-1' } as never,
      1000,
    );

    expect(await lastErrors.getValue()).toEqual([
      { at: 1000, what: 'draft/open', code: 'media/forbidden', requestId: 'rid-1' },
    ]);
  });

  it('are as many as tell what went wrong, the newest first', async () => {
    for (let at = 1; at <= 30; at += 1) {
      await noteError('board/list', { code: 'network/timeout', data: undefined }, at);
    }

    const noted = await lastErrors.getValue();
    expect(noted).toHaveLength(20);
    expect(noted[0]?.at).toBe(30);
  });

  it('hold nothing that is no fault, such as a person who pressed cancel', async () => {
    await noteError('account/connect', { code: 'auth/denied', data: undefined });

    expect(await lastErrors.getValue()).toEqual([]);
  });
});
