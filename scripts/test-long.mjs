// Runs every test with the full counts and writes the log to docs/test-long.log.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

const log = createWriteStream(new URL('../docs/test-long.log', import.meta.url));
const child = spawn('npx', ['jest', '--testTimeout', '3600000'], {
  env: { ...process.env, ORETRAIL_TEST_LONG: '1', FORCE_COLOR: '0' },
  stdio: ['ignore', 'pipe', 'pipe'],
});
for (const stream of [child.stdout, child.stderr]) {
  stream.on('data', chunk => {
    process.stdout.write(chunk);
    log.write(chunk);
  });
}
child.on('close', code => log.end(() => process.exit(code ?? 1)));
