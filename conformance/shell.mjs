// Runs the programs of others. No shell in between: arguments stay arguments.
import { spawnSync } from 'node:child_process';

/** What a program did: its exit code, or null when it could not start, with what it printed. */
export const run = (program, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 15 * 60_000,
    ...options,
  });
  return {
    code: status,
    out: stdout ?? '',
    err: error === undefined ? (stderr ?? '') : `${stderr ?? ''}${error.message}`,
  };
};

/** Standard output of a program that must succeed. */
export const output = (program, args, options) => {
  const { code, out, err } = run(program, args, options);
  if (code !== 0)
    throw new Error(`${[program, ...args].join(' ')} ended with ${code}: ${lastLines(err || out)}`);
  return out;
};

export const lastLines = (text, count = 12) => text.trim().split('\n').slice(-count).join('\n');
