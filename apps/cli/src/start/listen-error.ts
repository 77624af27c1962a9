import type { StartMessages } from './messages.js';

/** The service cannot listen where it was told to. */
export class ListenError extends Error {
  constructor(
    private readonly host: string,
    private readonly port: number,
    /** Of the system, such as `EADDRINUSE`. */
    private readonly systemCode: string,
  ) {
    super(`cannot listen on ${host}:${port}: ${systemCode}`);
  }

  /** What is wrong and what to do about it. */
  describe(text: StartMessages): string {
    if (this.systemCode === 'EADDRINUSE') return text.portTaken(this.host, this.port);
    if (this.systemCode === 'EACCES') return text.portForbidden(this.host, this.port);
    return text.hostUnknown(this.host, this.systemCode);
  }
}
