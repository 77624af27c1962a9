import type { paths } from '../client/openapi.js';

/** The answer to where something went. */
export type Destinations =
  paths['/v1/lots/{code}/destinations']['get']['responses'][200]['content']['application/json'];
