import { AppError, redact } from '../errors';

/** The facts of a refused request. `apiCode` is Pinterest's own number, 0 where the reply has none. */
export interface Refusal {
  status: number;
  apiCode: number;
  message: string;
  requestId: string;
  retryAfterMs: number;
}

interface Rule {
  status?: number | ((status: number) => boolean);
  apiCode?: number;
  text?: RegExp;
  becomes: (refusal: Refusal) => AppError;
}

const serverFault = (status: number) => status >= 500;
const anyRefusal = (status: number) => status >= 400 && status < 500;

/**
 * What Pinterest's refusals mean, first match wins. Pinterest uses one code for several things, so texts are matched
 * here, and nowhere else. Sources: research/pinterest-api.md §4.
 */
const rules: readonly Rule[] = [
  {
    status: 401,
    apiCode: 3,
    text: /restricted feature/i,
    becomes: () => new AppError('api/restricted-feature', undefined),
  },
  {
    status: 401,
    apiCode: 3,
    becomes: ({ message }) => new AppError('auth/missing-scope', { scopes: scopesIn(message) }),
  },
  { status: 401, apiCode: 7, becomes: () => new AppError('api/not-found', { kind: 'pin' }) },
  { status: 401, becomes: () => new AppError('auth/signed-out', undefined) },
  {
    status: anyRefusal,
    text: /trial access/i,
    becomes: () => new AppError('api/trial-access', undefined),
  },
  {
    status: anyRefusal,
    text: /\bspam\b|block \(?pins?\)? we have in place/i,
    becomes: ({ message }) => new AppError('api/spam-block', { message }),
  },
  {
    status: 429,
    becomes: ({ retryAfterMs }) => new AppError('api/rate-limited', { retryAfterMs }),
  },
  { status: 404, apiCode: 40, becomes: () => new AppError('api/not-found', { kind: 'board' }) },
  { status: 404, apiCode: 50, becomes: () => new AppError('api/not-found', { kind: 'pin' }) },
  { status: 404, apiCode: 2031, becomes: () => new AppError('api/not-found', { kind: 'section' }) },
  { status: 404, becomes: () => new AppError('api/not-found', { kind: 'other' }) },
  {
    status: 403,
    apiCode: 233,
    becomes: () => new AppError('media/too-small', { width: 0, height: 0 }),
  },
  {
    status: anyRefusal,
    apiCode: 235,
    becomes: ({ message }) => new AppError('api/image-refused', { message }),
  },
  {
    status: anyRefusal,
    text: /fetch the image|format of the image|image is (broken|not supported)/i,
    becomes: ({ message }) => new AppError('api/image-refused', { message }),
  },
  {
    status: anyRefusal,
    text: /reach the url|invalid url|link/i,
    becomes: ({ message }) => new AppError('api/link-refused', { message }),
  },
  {
    status: 400,
    text: /board name|name.*(board|already|duplicate|invalid)|already (have|exists)/i,
    becomes: ({ message }) => new AppError('api/board-name', { message }),
  },
  { status: 409, becomes: () => new AppError('api/conflict', undefined) },
  { status: serverFault, becomes: ({ status }) => new AppError('api/unavailable', { status }) },
];

/** Turns a refusal into the error that says what it means; what no rule knows keeps Pinterest's own words. */
export function errorOf(refusal: Refusal): AppError {
  const { status, apiCode, message, requestId } = refusal;
  const rule = rules.find((candidate) => fits(candidate, refusal));
  const { code, data } =
    rule?.becomes({ ...refusal, message: redact(message) }) ??
    new AppError('api/rejected', { status, apiCode, message: redact(message) });
  return new AppError(code, data, { requestId: requestId || undefined });
}

/**
 * Tells whether what was refused may have been carried out all the same: a server that failed, or a proxy that timed out, may
 * have passed the request on before. Who did not get a board for itself has done nothing to it (API description, sections).
 */
export const mayHaveRun = ({ status, message }: Pick<Refusal, 'status' | 'message'>): boolean =>
  status >= 500 || status === 408 || (status === 409 && !/exclusive access/i.test(message));

function fits({ status, apiCode, text }: Rule, refusal: Refusal): boolean {
  const statusFits =
    status === undefined ||
    (typeof status === 'function' ? status(refusal.status) : status === refusal.status);
  const codeFits = apiCode === undefined || apiCode === refusal.apiCode;
  return statusFits && codeFits && (text === undefined || text.test(refusal.message));
}

function scopesIn(message: string): string[] {
  return message.match(/\b(?:ads|boards|pins|user_accounts|catalogs):\w+/g) ?? [];
}
