/** An answer of the API that is not a success, with Pinterest's code and words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly extra: Record<string, unknown>;

  constructor(status: number, code: number, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

/** The errors of Pinterest's description and of published reports about the live service. */
export const errors = {
  authentication: () => new ApiError(401, 2, 'Authentication failed.'),
  clientAuthentication: () =>
    new ApiError(401, 2, 'Authentication failed.', { error: 'invalid_client' }),
  grant: () =>
    new ApiError(401, 283, 'The authorization grant is invalid', { error: 'invalid_grant' }),
  scope: () =>
    new ApiError(
      401,
      3,
      'Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the correct set of scopes.',
    ),
  restricted: () =>
    new ApiError(401, 3, 'Your application does not have access to this restricted feature.'),
  noEndpoint: () => new ApiError(404, 404, 'No such endpoint.'),
  forbidden: () => new ApiError(403, 29, 'You are not permitted to access that resource.'),
  trial: () =>
    new ApiError(
      403,
      29,
      'Apps with Trial access may not create Pins in production. Please use the API Sandbox (api-sandbox.pinterest.com) instead, or apply for Standard access.',
    ),
  rateLimit: () =>
    new ApiError(
      429,
      8,
      'This request exceeded a rate limit. This can happen if the client exceeds one\nof the published rate limits or if multiple write operations are applied to\nan object within a short time window.',
    ),
  invalid: (message: string) => new ApiError(400, 1, message),
  noAccountNumbers: () =>
    new ApiError(403, 403, 'Not authorized to access the user account analytics.'),
  noPinNumbers: () => new ApiError(403, 403, 'Not authorized to access board or Pin.'),
  parameters: (message: string) => new ApiError(400, 400, message),
  noUser: () => new ApiError(404, 30, 'User not found.'),
  noBoard: () => new ApiError(404, 40, 'Board not found.'),
  noPin: () => new ApiError(404, 50, 'Pin not found.'),
  noSection: () => new ApiError(404, 2031, "Sorry! We couldn't find this board section."),
  noMedia: () => new ApiError(404, 404, 'Media not found.'),
  imageSmall: () => new ApiError(403, 233, 'The image is too small.'),
  imageBroken: () => new ApiError(403, 235, 'The image is broken.'),
  imageFormat: () => new ApiError(400, 1, 'The format of the image is not supported'),
  imageFetch: () => new ApiError(400, 1, 'Sorry we could not fetch the image.'),
  badUrl: () =>
    new ApiError(
      400,
      1,
      'Whoops! It looks like you entered an invalid URL. Please check it and try again.',
    ),
};
