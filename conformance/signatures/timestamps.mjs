// Starts the timestamp authority of one's own for as long as something is done with it.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('timestamp-server.mjs', import.meta.url));

/** Calls `act` with the server's address, without a path. A process of its own, since what is done may wait for programs. */
export const withTimestamps = async (folder, { stamps, chain }, act) => {
  mkdirSync(folder, { recursive: true });
  const server = spawn(process.execPath, [SERVER, folder, stamps.certificate, stamps.key, chain], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await new Promise((resolve, reject) => {
      server.stdout.once('data', (text) => resolve(Number(text)));
      server.once('exit', () => reject(new Error('the timestamp server did not start')));
    });
    return await act(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
};
