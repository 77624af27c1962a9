/** A return value of a handler that is not simply JSON with the route's status. */
export class Answer {
  constructor(
    readonly status: number,
    /** Anything that can be JSON, text, or a stream. */
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}
