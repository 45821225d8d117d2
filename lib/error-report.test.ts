import { describe, expect, it, vi } from 'vitest';

import { errorReport, isReportable } from './error-report';
import { AppError } from './errors';

vi.mock('wxt/browser', () => ({
  browser: { runtime: { getManifest: () => ({ version: '1.2.3' }) } },
}));

describe('errorReport', () => {
  it('names the code, the facts, Pinterest’s request id and the time', () => {
    const error = new AppError('api/unavailable', { status: 503 }, { requestId: '77' });
    expect(JSON.parse(errorReport(error, new Date(0)))).toMatchObject({
      code: 'api/unavailable',
      data: { status: 503 },
      requestId: '77',
      at: '1970-01-01T00:00:00.000Z',
      tack: '1.2.3',
    });
  });

  it('holds no token', () => {
    const message = 'bad pina_secret and Bearer abc';
    const report = errorReport(new AppError('unknown', { name: 'Error', message }));
    expect(report).not.toMatch(/secret|abc/);
  });

  it('is offered where somebody else has to look', () => {
    const known = new AppError('draft/no-board', undefined);
    const seen = new AppError('api/conflict', undefined, { requestId: '77' });
    expect([known, seen].map(isReportable)).toEqual([false, true]);
  });
});
