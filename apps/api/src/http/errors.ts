import { DomainError } from '#kernel';

/** No key, or none that is known: one fixed text, whatever the reason. */
export class Unauthorized extends DomainError {
  constructor() {
    super('unauthorized', 401, 'A valid key is required: Authorization: Bearer <key>.');
  }
}

/** An action that the caller's role never has. */
export class Forbidden extends DomainError {
  constructor(need: string) {
    super('forbidden', 403, `Your role does not include ${need}.`);
  }
}

export class TooLarge extends DomainError {
  constructor(most: string) {
    super('too-large', 413, `The request is larger than ${most}.`);
  }
}

export class UnsupportedMediaType extends DomainError {
  constructor(given: string) {
    super('unsupported-media-type', 415, `The content type or encoding ${given} is not supported here.`);
  }
}

/** No route, or none for this method. */
export class NoRoute extends DomainError {
  constructor(method: string, path: string) {
    super('not-found', 404, `There is no ${method} ${path.slice(0, 200)}.`);
  }
}

/** What HTTP itself finds wrong with a request: codes of the message catalogue by status. */
const HTTP_CODES: Readonly<Record<number, string>> = {
  404: 'not-found',
  408: 'request-timeout',
  413: 'too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** A refusal by the HTTP layer, before or beside any route. */
export class HttpRefusal extends DomainError {
  constructor(status: number, message: string) {
    super(HTTP_CODES[status] ?? (status < 500 ? 'bad-request' : 'internal'), status, message);
  }
}
