import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which systems take the local ports of outgoing connections: a server that is started again must
// find its port free, even while clients try to reach it.
const PORT_MIN = 15_000;
const PORT_MAX = 32_000;

/** A TCP port of 127.0.0.1 that nobody listens on just now. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(PORT_MIN, PORT_MAX);
    if (!(await portProblem('127.0.0.1', port))) return port;
  }
  throw new Error(`no free port from ${PORT_MIN} to ${PORT_MAX}`);
}

/** Why nobody can listen there now: a code of the system such as `EADDRINUSE`; `undefined` where one can. */
export function portProblem(host: string, port: number): Promise<string | undefined> {
  return new Promise(settle => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => settle(undefined)));
  });
}
